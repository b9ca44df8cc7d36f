/**
 * Keeps and reads what earlier releases wrote, because two releases may run at once ({@code
 * CONTRIBUTING.md#changing-an-item-or-a-message}).
 */
package com.enterprisesigning.releases;
