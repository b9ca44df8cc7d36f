/** Functions of the shipped jar and their references, as processes under the runtime client. */
package com.enterprisesigning.benchmarks.starts;
