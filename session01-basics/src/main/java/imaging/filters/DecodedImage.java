package imaging.filters;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Pixels fresh from a decoder.
 *
 * @param pixels 0xAARRGGBB
 * @param alpha whether the alpha byte means anything; else it is 255
 */
record DecodedImage(Pixels pixels, boolean alpha) {

  /** {@return an image around the same array: TYPE_INT_ARGB with alpha, else TYPE_INT_RGB} */
  BufferedImage toImage() {
    ColorModel model =
        alpha ? ColorModel.getRGBdefault() : new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);
    int[] argb = pixels.argb();
    WritableRaster raster =
        Raster.createWritableRaster(
            model.createCompatibleSampleModel(pixels.width(), pixels.height()),
            new DataBufferInt(argb, argb.length),
            null);
    return new BufferedImage(model, raster, false, null);
  }

  DecodedImage upright(int orientation) {
    return new DecodedImage(Orientation.upright(pixels, orientation), alpha);
  }

  /** {@return this image on a larger, transparent one} */
  DecodedImage onScreen(GifFile gif) {
    if (pixels.width() == gif.width() && pixels.height() == gif.height()) {
      return this;
    }
    int[] screen = new int[gif.width() * gif.height()];
    for (int y = 0; y < pixels.height(); y++) {
      System.arraycopy(
          pixels.argb(),
          y * pixels.width(),
          screen,
          (gif.top() + y) * gif.width() + gif.left(),
          pixels.width());
    }
    return new DecodedImage(new Pixels(gif.width(), gif.height(), screen), true);
  }
}
