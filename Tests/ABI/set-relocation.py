"""set-relocation.py FILE TYPE...: copies, FILE.TYPE, of an ELF file, whose first relocation of a symbol has that type."""
import struct, sys
path = sys.argv[1]
data = bytearray(open(path, 'rb').read())
wide, order = data[4] == 2, '<' if data[5] == 1 else '>'
mips64 = wide and struct.unpack_from(order + 'H', data, 18)[0] == 8
word = 8 if wide else 4
def read(at, size=word): return int.from_bytes(data[at:at + size], 'little' if order == '<' else 'big')
phoff, phentsize, phnum = read(32 if wide else 28), read(54 if wide else 42, 2), read(56 if wide else 44, 2)
segments = []
for at in range(phoff, phoff + phnum * phentsize, phentsize):
    kind = read(at, 4)
    places = (8, 16, 32) if wide else (4, 8, 16)
    offset, address, size = (read(at + place) for place in places)
    segments.append((kind, offset, address, size))
def place(address):
    return next(offset + address - start for kind, offset, start, size in segments
                if kind == 1 and start <= address < start + size)
dynamic = next(segment for segment in segments if segment[0] == 2)
tags = {}
for at in range(dynamic[1], dynamic[1] + dynamic[3], 2 * word):
    if read(at) == 0: break
    tags[read(at)] = read(at + word)
# DT_RELA and its size, or DT_REL and its own.
table, length, entry = (tags[7], tags[8], 3 * word) if 7 in tags else (tags[17], tags[18], 2 * word)
for at in range(place(table), place(table) + length, entry):
    info = at + word
    if mips64:
        # The symbol, another one, and three types as single bytes, the first of them last.
        if read(info, 4):
            where, size = info + 5, 3
            break
    elif read(info) >> (32 if wide else 8):
        # The type is the low half of a 64-bit word, the low byte of a 32-bit one.
        size = 4 if wide else 1
        where = info + (0 if order == '<' else word - size)
        break
for kind in map(int, sys.argv[2:]):
    data[where:where + size] = kind.to_bytes(size, 'little' if order == '<' and not mips64 else 'big')
    open(f'{path}.{kind}', 'wb').write(data)
