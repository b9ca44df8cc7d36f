package com.enterprisesigning.local.page;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Reads the QR code on the screen, with a different library from the one that drew it. */
final class Camera {
  private Camera() {}

  /** Returns the text of the code, or nothing if the picture shows no readable code. */
  static Optional<String> read(Locator screen) {
    try {
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(screen.screenshot()));
      int width = picture.getWidth();
      int height = picture.getHeight();
      int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
      BinaryBitmap bitmap =
          new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
      return Optional.of(
          new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }
}
