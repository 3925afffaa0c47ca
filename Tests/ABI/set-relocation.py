"""set-relocation.py FILE TYPE: gives the first relocation with a symbol of a 64-bit little-endian ELF file the type TYPE."""
import struct, sys
path, kind = sys.argv[1], int(sys.argv[2])
data = bytearray(open(path, 'rb').read())
phoff, phnum = struct.unpack_from('<Q', data, 32)[0], struct.unpack_from('<H', data, 56)[0]
segments = [struct.unpack_from('<IIQQQQQQ', data, phoff + 56 * i) for i in range(phnum)]
def place(address):
    return next(s[2] + address - s[3] for s in segments if s[0] == 1 and s[3] <= address < s[3] + s[5])
dynamic = next(s for s in segments if s[0] == 2)
tags = dict(struct.unpack_from('<QQ', data, at) for at in range(dynamic[2], dynamic[2] + dynamic[5], 16))
for at in range(place(tags[7]), place(tags[7]) + tags[8], 24):
    info = struct.unpack_from('<Q', data, at + 8)[0]
    if info >> 32:
        struct.pack_into('<Q', data, at + 8, info >> 32 << 32 | kind)
        break
open(path, 'wb').write(data)
