package imaging.filters;

/**
 * What an image file says of itself, found without decoding a pixel.
 *
 * @param format {@code jpeg}, {@code png}, {@code gif}, {@code bmp} or {@code webp}
 * @param width in pixels, as stored: EXIF may ask to show the image turned
 * @param height in pixels, as stored
 */
public record ImageInfo(String format, int width, int height) {}
