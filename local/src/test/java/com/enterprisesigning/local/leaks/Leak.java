package com.enterprisesigning.local.leaks;

import java.nio.file.Path;

/**
 * Where something was written that must not be. What it was is not told again.
 *
 * @param line of the file, or of the text in it, from 1
 * @param rule which it broke
 */
record Leak(Path file, int line, String rule) {
  @Override
  public String toString() {
    return rule + " in " + file + ", line " + line;
  }
}
