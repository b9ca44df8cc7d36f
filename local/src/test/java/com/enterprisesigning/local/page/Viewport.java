package com.enterprisesigning.local.page;

/** The screens that the page is tested on, in CSS pixels. */
enum Viewport {
  DESKTOP(1440, 1000, false),
  TELEPHONE(390, 844, true);

  final int width;
  final int height;
  final boolean touch;

  Viewport(int width, int height, boolean touch) {
    this.width = width;
    this.height = height;
    this.touch = touch;
  }
}
