"""Makes the expected images beside it: python3 make.py (versions: SOURCES.md)."""

import pathlib

import cv2
import numpy
from PIL import Image, ImageEnhance, ImageFilter

HERE = pathlib.Path(__file__).parent
SAMPLES = HERE.parents[4] / "samples"
EDGE = cv2.BORDER_REPLICATE


def inputs():
    portrait = Image.open(SAMPLES / "portrait.jpg").convert("RGB")
    random = numpy.random.default_rng(1)
    yield "photo", portrait.crop((195, 80, 256, 127))
    yield "alpha", Image.fromarray(random.integers(0, 256, (13, 17, 4), numpy.uint8))
    yield "dot", Image.new("RGB", (1, 1), (200, 100, 50))
    yield "row", portrait.crop((200, 100, 209, 101))
    yield "column", portrait.crop((200, 100, 201, 109))


def exact(blur):
    """A blur of OpenCV in floating point, rounded once at the end."""
    return lambda image: Image.fromarray(
        numpy.rint(blur(numpy.asarray(image).astype(numpy.float64))).astype(numpy.uint8)
    )


def gaussian(sigma):
    taps = 2 * int(numpy.ceil(6 * sigma)) + 1
    return exact(lambda a: cv2.GaussianBlur(a, (taps, taps), sigma, borderType=EDGE))


def colours(change):
    """Applies the change to red, green and blue, and keeps alpha."""

    def all_of(image):
        result = change(image.convert("RGB"))
        if image.mode == "RGBA":
            result.putalpha(image.getchannel("A"))
        return result

    return all_of


def edges(image):
    """FIND_EDGES of a larger image, so that Pillow's untouched border is cut off again."""
    padded = numpy.pad(numpy.asarray(image), ((1, 1), (1, 1), (0, 0)), "edge")
    found = Image.fromarray(padded).filter(ImageFilter.FIND_EDGES)
    return found.crop((1, 1, 1 + image.width, 1 + image.height))


def sobel(image):
    a = numpy.asarray(image)
    gx, gy = (cv2.Sobel(a, cv2.CV_16S, dx, 1 - dx, borderType=EDGE) for dx in (1, 0))
    total = numpy.abs(gx).astype(int) + numpy.abs(gy)
    return Image.fromarray(numpy.minimum(total, 255).astype(numpy.uint8).reshape(a.shape))


FILTERS = {
    "box-2": exact(lambda a: cv2.blur(a, (5, 5), borderType=EDGE)),
    "box-10": exact(lambda a: cv2.blur(a, (21, 21), borderType=EDGE)),
    "gauss-2": gaussian(2),
    "gauss-10": gaussian(10),
    "brightness-1.5": colours(lambda image: ImageEnhance.Brightness(image).enhance(1.5)),
    "brightness-0.7": colours(lambda image: ImageEnhance.Brightness(image).enhance(0.7)),
    "brightness-1.3": colours(lambda image: ImageEnhance.Brightness(image).enhance(1.3)),
    "edges": colours(edges),
    "sobel": colours(sobel),
}

for name, image in inputs():
    image.save(HERE / f"{name}.png", optimize=True)
    for filter_name, apply in FILTERS.items():
        apply(image).save(HERE / f"{name}.{filter_name}.png", optimize=True)
