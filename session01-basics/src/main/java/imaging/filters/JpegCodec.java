package imaging.filters;

/**
 * Turns JPEG bytes into pixels and back. Two ways, same pixels: {@link ImageIoJpeg} works
 * everywhere, {@link TurboJpeg} is several times faster where the library is installed.
 *
 * <p>Safe for any number of threads at once.
 */
sealed interface JpegCodec permits ImageIoJpeg, TurboJpeg {

  /** {@return what people are told: which library, and why not the faster one} */
  String name();

  /**
   * {@return the samples, as stored, not turned: 0xFFRRGGBB; with four channels the raw ones packed
   * as {@link Cmyk} wants them}
   *
   * @throws BrokenFileException if a decoder would have to guess any pixel
   */
  int[] decode(JpegFile file) throws BrokenFileException;

  /**
   * {@return a JPEG file with colour at half the resolution (4:2:0)}
   *
   * @param opaque 0xFFRRGGBB; the alpha byte is ignored
   * @param quality 1 to 100
   */
  byte[] encode(Pixels opaque, int quality);

  /** The one error for damaged JPEG data, so that the codec in use makes no difference. */
  static BrokenFileException damaged(Throwable cause) {
    return BrokenFileException.damaged("its JPEG data makes no sense", cause);
  }
}
