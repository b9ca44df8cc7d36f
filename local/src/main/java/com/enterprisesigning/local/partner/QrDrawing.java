package com.enterprisesigning.local.partner;

import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nayuki.qrcodegen.QrCode;

/** A QR code as the path of an SVG, one unit per module, without the quiet zone around it. */
final class QrDrawing {
  private QrDrawing() {}

  /**
   * Draws a QR code.
   *
   * @return {@code size}, in modules, and {@code path}, which covers the dark modules
   */
  static ObjectNode of(String text) {
    // A screen has no scratches, so a camera gains more from larger modules than from correction.
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int from = x;
        while (code.getModule(x, y)) {
          x++;
        }
        if (x > from) {
          path.append("M" + from + " " + y + "h" + (x - from) + "v1h-" + (x - from) + "z");
        }
      }
    }
    return Json.object().put("size", code.size).put("path", path.toString());
  }
}
