"""gdb steps through every instruction of the library; each time the backtrace names the caller, and ends."""
import gdb

gdb.execute("set pagination off")
gdb.execute("set confirm off")
gdb.execute("break on_main")
gdb.execute("run")
inside, wrong = 0, []
while inside < 2000:
    frame = gdb.newest_frame()
    library = gdb.solib_name(frame.pc()) or ""
    if frame.name() == "finished":
        break
    if "libglibc-ucontext" in library:
        inside += 1
        while frame.type() == gdb.INLINE_FRAME:     # a part of its caller
            frame = frame.older()
        names, walk = [], frame.older()
        while walk is not None and len(names) < 16:
            names.append(walk.name())
            last, walk = walk, walk.older()
        ends = len(names) < 16 and (not names or last.unwind_stop_reason() in (gdb.FRAME_UNWIND_NO_REASON, gdb.FRAME_UNWIND_OUTERMOST))
        known = not names or names[0] in ("on_main", "in_context") or "trampoline" in (names[0] or "")
        if not ends or not known or ("on_main" in names and "main" not in names):
            wrong.append((hex(frame.pc()), frame.name(), names))
    gdb.execute("stepi", to_string=True)
print("WRONG", wrong[0]) if wrong else print("STEPPED", "enough" if inside > 300 else inside)
gdb.execute("kill")
gdb.execute("quit")
