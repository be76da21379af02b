"""Times one operation of Pillow, for imaging.bench.images.Ratios.

usage: pillow_ops.py OPERATION IMAGE.bmp PHOTOGRAPH.jpg WARMUP REPEATS [RESULT.bmp]
Prints one line for each repeat: milliseconds of the processor. With --version alone: Pillow's version.
"""

import io
import sys
import time

import PIL
from PIL import Image, ImageEnhance, ImageFilter


def encoded(image):
    file = io.BytesIO()
    image.save(file, "JPEG", quality=85)
    return file


def pipeline(jpeg):
    image = Image.open(io.BytesIO(jpeg)).convert("L")
    image = image.filter(ImageFilter.GaussianBlur(2)).filter(ImageFilter.FIND_EDGES)
    return encoded(image)


def decoded(jpeg):
    image = Image.open(io.BytesIO(jpeg))
    image.load()
    return image


def operation(name, image, jpeg):
    quarter = (image.width // 4, image.height // 4)
    return {
        "GRAYSCALE": lambda: image.convert("L"),
        "BRIGHTNESS": lambda: ImageEnhance.Brightness(image).enhance(1.5),
        "GAUSSIAN_2": lambda: image.filter(ImageFilter.GaussianBlur(2)),
        "GAUSSIAN_10": lambda: image.filter(ImageFilter.GaussianBlur(10)),
        "BOX_2": lambda: image.filter(ImageFilter.BoxBlur(2)),
        "BOX_10": lambda: image.filter(ImageFilter.BoxBlur(10)),
        "EDGES": lambda: image.filter(ImageFilter.FIND_EDGES),
        "SHRINK": lambda: image.resize(quarter, Image.Resampling.BOX),
        "DECODE": lambda: decoded(jpeg),
        "ENCODE": lambda: encoded(image),
        "PIPELINE": lambda: pipeline(jpeg),
    }.get(name)


def main(args):
    if args == ["--version"]:
        print(PIL.__version__)
        return
    name, bitmap, photograph, warmup, repeats = args[:5]
    image = Image.open(bitmap).convert("RGB")
    with open(photograph, "rb") as file:
        run = operation(name, image, file.read())
    if run is None:
        return  # Pillow has no such operation: no line
    for _ in range(int(warmup)):
        result = run()
    for _ in range(int(repeats)):
        start = time.thread_time()
        result = run()
        print((time.thread_time() - start) * 1000)
    if len(args) > 5:
        picture = Image.open(result) if isinstance(result, io.BytesIO) else result
        picture.convert("RGB").save(args[5])


main(sys.argv[1:])
