"""Makes the files of this folder, and beside each its pixels as Pillow reads them.

Run in this folder with Python, Pillow 12 or later, NumPy and jpegtran: python make_corpus.py
expected/NAME.rgba holds width and height (two bytes each, high byte first), then R G B A per pixel.
"""

import io
import os
import struct
import subprocess
import zlib

import numpy as np
from PIL import Image, ImageCms, ImageOps

W, H = 23, 17
os.makedirs("expected", exist_ok=True)

y, x = np.mgrid[0:H, 0:W]
rgb = np.stack([(x * 11) % 256, (y * 15) % 256, ((x + y) * 6) % 256], -1).astype(np.uint8)
rgb[3:8, 4:12] = [220, 40, 30]
rgb[8:14, 11:19] = [20, 60, 200]
rgb[12:16, 2:8] = [240, 240, 235]
image = Image.fromarray(rgb)
grey = image.convert("L")
alpha = Image.fromarray(((x * 255) // (W - 1)).astype(np.uint8))
rgba = image.copy()
rgba.putalpha(alpha)
grey_alpha = grey.copy()
grey_alpha.putalpha(alpha)

# JPEG
image.save("baseline-420.jpg", quality=90)
image.save("baseline-422.jpg", quality=90, subsampling=1)
image.save("baseline-444.jpg", quality=90, subsampling=0)
image.save("progressive.jpg", quality=85, progressive=True)
image.save("restart.jpg", quality=80, optimize=True, restart_marker_rows=1)
image.save("rgb-kept.jpg", quality=90, keep_rgb=True)
grey.save("grey.jpg", quality=90)
image.convert("CMYK").save("cmyk.jpg", quality=90)
profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
image.save("profile.jpg", quality=90, icc_profile=profile)
subprocess.run(
    "jpegtran -rotate 90 -trim -outfile halved-rows-440.jpg baseline-422.jpg".split(), check=True)
# Without JFIF: the names of the channels say what they are.
data = open("baseline-444.jpg", "rb").read()
open("no-jfif.jpg", "wb").write(data[:2] + data[2 + 2 + 16 :])
# YCCK: the four channels written as they are, then the Adobe marker says so.
ycc = np.dstack([np.array(image.convert("YCbCr")), 255 - (x * 4 + y).astype(np.uint8)])
out = io.BytesIO()
Image.fromarray(255 - ycc, "CMYK").save(out, "JPEG", quality=90)
data = bytearray(out.getvalue())
data[data.index(b"Adobe") + 11] = 2
open("ycck.jpg", "wb").write(data)

turns = [None, None, Image.FLIP_LEFT_RIGHT, Image.ROTATE_180, Image.FLIP_TOP_BOTTOM,
         Image.TRANSPOSE, Image.ROTATE_90, Image.TRANSVERSE, Image.ROTATE_270]
exif = Image.Exif()
for number in range(1, 9):
    exif[0x112] = number
    stored = image if number == 1 else image.transpose(turns[number])
    stored.save(f"orientation-{number}.jpg", quality=90, subsampling=0, exif=exif)

# PNG
image.save("rgb.png")
rgba.save("alpha.png")
grey.save("grey.png")
grey_alpha.save("grey-alpha.png")
image.quantize(16).save("palette.png")
rgba.quantize(32).save("palette-alpha.png")
image.convert("1").save("bits-1.png")
image.save("transparent-colour.png", transparency=(220, 40, 30))
grey.save("transparent-grey.png", transparency=int(np.array(grey)[4, 6]))
exif[0x112] = 6
image.transpose(Image.ROTATE_90).save("orientation-6.png", exif=exif)


def png(name, colour_type, samples, bits=16, interlace=0):
    """Writes what Pillow cannot write: 16 bits a channel, interlaced."""
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
              (0, 1, 1, 2)] if interlace else [(0, 0, 1, 1)]
    rows = [row for left, top, dx, dy in passes for row in samples[top::dy, left::dx] if row.size]
    raw = b"".join(b"\0" + row.astype(">u2" if bits == 16 else "u1").tobytes() for row in rows)

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", W, H, bits, colour_type, 0, 0, interlace)
    with open(name, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
                   + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b""))


low = (x * 5).astype(np.uint16)
rgb16 = (rgb.astype(np.uint16) << 8) | low[..., None]
grey16 = (np.array(grey).astype(np.uint16) << 8) | low
alpha16 = (np.array(alpha).astype(np.uint16) << 8) | low
png("grey-16.png", 0, grey16)
png("rgb-16.png", 2, rgb16)
png("grey-alpha-16.png", 4, np.dstack([grey16, alpha16]))
png("alpha-16.png", 6, np.dstack([rgb16, alpha16]))
png("interlaced.png", 2, rgb, bits=8, interlace=1)
png("interlaced-alpha.png", 6, np.array(rgba), bits=8, interlace=1)

# GIF
image.quantize(32).save("plain.gif")
image.quantize(31).save("transparent.gif", transparency=3)
image.quantize(32).save("interlaced.gif", interlace=1)
image.quantize(16).save("animated.gif", save_all=True, duration=100,
                        append_images=[image.transpose(Image.ROTATE_180).quantize(16)])
out = io.BytesIO()
image.crop((0, 0, 12, 9)).quantize(16).save(out, "GIF", transparency=2)
data = bytearray(out.getvalue())
data[6:10] = struct.pack("<HH", W, H)
frame = data.index(b"\x2c\0\0\0\0")
data[frame + 1 : frame + 5] = struct.pack("<HH", 6, 4)
open("small-frame.gif", "wb").write(data)

# BMP
image.save("rgb.bmp")
rgba.save("alpha.bmp")
grey.save("grey.bmp")
image.quantize(16).save("palette.bmp")
image.convert("1").save("bits-1.bmp")

# WebP
image.save("lossless.webp", lossless=True)
rgba.save("lossless-alpha.webp", lossless=True, exact=True)
image.save("lossy.webp", quality=85)
rgba.save("lossy-alpha.webp", quality=85)
image.transpose(Image.ROTATE_90).save("orientation-6.webp", lossless=True, exif=exif)

for name in sorted(os.listdir(".")):
    if name.endswith((".jpg", ".png", ".gif", ".bmp", ".webp")):
        shown = ImageOps.exif_transpose(Image.open(name))
        if shown.mode.startswith("I"):  # 16-bit grey: the upper byte, as Pillow does for colour
            shown = Image.fromarray((np.array(shown) >> 8).astype(np.uint8))
        with open(f"expected/{name}.rgba", "wb") as file:
            file.write(struct.pack(">HH", *shown.size) + shown.convert("RGBA").tobytes())
