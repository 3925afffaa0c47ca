"""The libc bench's figures as tables: on the terminal, for docs/ and for README."""
import math
import platform
import re

LIMIT, PROGRAM_LIMIT = 1.10, 1.05

def machine():
    with open("/proc/cpuinfo") as file:
        model = re.search(r"model name\s*: (.*)", file.read())
    return f"{model.group(1) if model else platform.machine()}, Linux {platform.release().split('-')[0]}"

def mean(ratios):
    """The geometric mean."""
    return math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else float("nan")

def complete(micro, programs, rounds):
    good = [row for row in micro if "failed" not in row]
    ran = [row for row in programs if "failed" not in row]
    return {"machine": machine(), "rounds": rounds, "micro": micro, "programs": programs,
            "mean": mean([r["ratio"] for r in good]), "within": sum(r["ratio"] <= LIMIT for r in good), "of": len(micro),
            "program mean": mean([r["ratio"] for r in ran]), "program processor mean": mean([r["processor"]["ratio"] for r in ran])}

def time(nanoseconds):
    for unit, size in (("s", 1e9), ("ms", 1e6), ("us", 1e3)):
        if nanoseconds >= size:
            return f"{nanoseconds / size:.3g} {unit}" if nanoseconds < 1000 * size else f"{nanoseconds / size:.0f} {unit}"
    return f"{nanoseconds:.1f} ns"

def micro_table(data):
    head = ["function", "", "native", "ours", "ours / native", "10-90 %", "peak of memory"]
    lines = []
    for row in data["micro"]:
        if "failed" in row:
            lines.append([row["group"], row["name"], "", "", "failed", row["failed"], ""])
            continue
        memory = row["memory"]
        lines.append([row["group"], row["name"], time(row["native"]), time(row["ours"]), f"{row['ratio']:.2f}", f"{row['low']:.2f}-{row['high']:.2f}",
                      f"{memory['native'] / 1024:.1f} / {memory['ours'] / 1024:.1f} MiB" if row["group"] == "malloc" else ""])
    return head, lines

def program_table(data):
    head = ["program", "native", "ours", "ours / native", "10-90 %", "processor time"]
    lines = []
    for row in data["programs"]:
        if "failed" in row:
            lines.append([row["name"], "", "", "failed", row["failed"], ""])
        else:
            lines.append([row["name"], time(row["native"] * 1e6), time(row["ours"] * 1e6), f"{row['ratio']:.2f}",
                          f"{row['low']:.2f}-{row['high']:.2f}", f"{row['processor']['ratio']:.2f}"])
    if lines:
        lines.append(["geometric mean", "", "", f"{data['program mean']:.3f}", "", f"{data['program processor mean']:.3f}"])
    return head, lines

def summary(data):
    rows = f"{data['within']} of {data['of']} rows take at most {LIMIT:.1f} x native, geometric mean {data['mean']:.2f}" if data["micro"] else ""
    programs = f"whole programs {data['program mean']:.3f} x native (processor time {data['program processor mean']:.3f}), geometric mean" if data["programs"] else ""
    return "; ".join(text for text in (rows, programs) if text)

def aligned(head, lines, left):
    widths = [max(len(line[i]) for line in [head] + lines) for i in range(len(head))]
    return "\n".join("  ".join(cell.ljust(width) if i < left else cell.rjust(width)
                               for i, (cell, width) in enumerate(zip(line, widths))).rstrip() for line in [head] + lines)

def markdown(head, lines):
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in [head, ["---"] * len(head)] + lines)

def introduction(data):
    return f"{data['machine']}, {data['rounds']} interleaved rounds: {summary(data)}."

def plain(data):
    parts = [introduction(data)]
    if data["micro"]:
        parts.append(aligned(*micro_table(data), 2))
    if data["programs"]:
        parts.append(aligned(*program_table(data), 1))
    return "\n\n".join(parts)

def page(data):
    return (f"# What a glibc program's libc functions cost on musl\n\nWritten by `make bench-libc bench-libc-readme`. {introduction(data)}\n\n"
            "The same files on glibc and on musl with the shim and the loader. Rows with threads, and what starts processes, count elapsed time, all "
            "others the processor's. The last column of `malloc` is the process's peak of resident memory, native / ours.\n\n"
            f"{markdown(*program_table(data))}\n\n{markdown(*micro_table(data))}\n")

def readme(data):
    """The programs, and the functions of which a row takes longer than it should."""
    groups = {}
    for row in data["micro"]:
        if "failed" not in row:
            groups.setdefault(row["group"], []).append(row["ratio"])
    lines = [[name, f"{mean(ratios):.2f}", f"{max(ratios):.2f}", f"{sum(r > LIMIT for r in ratios)} of {len(ratios)}"]
             for name, ratios in groups.items() if mean(ratios) > LIMIT]
    return (f"{introduction(data)}\n\n{markdown(*program_table(data))}\n\nThe functions that take longer than {LIMIT:.1f} x native, as the geometric mean of "
            f"their rows:\n\n{markdown(['function', 'ours / native', 'worst row', 'rows above'], lines)}\n")
