package com.enterprisesigning.local.leaks;

import java.nio.file.Path;

/**
 * A place where something was written that must not be written. It does not repeat the value.
 *
 * @param line of the file, or of the text in it, from 1
 * @param rule that was broken
 */
record Leak(Path file, int line, String rule) {
  @Override
  public String toString() {
    return rule + " in " + file + ", line " + line;
  }
}
