#!/usr/bin/python3
"""A hand for the real window: finds what is shown by its accessible name and moves a real mouse and real keys.

As a module for the walk, and by itself:

    hand.py list [WORDS]          what is shown, with role, state and place
    hand.py click NAME            one click in its middle (also: twice, right, hover)
    hand.py drag NAME NAME        press, several moves, release
    hand.py key KEYS… | type TEXT | shot FILE

NAME is the whole accessible name or its beginning; `role:NAME` asks for a role as well. Needs DISPLAY, a session bus with
assistive technology switched on, xdotool and `import`.
"""
import re
import subprocess
import sys
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

warnings.filterwarnings("ignore", category=DeprecationWarning)


class Missing(Exception):
    """Nothing of that name is shown."""


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True)


def window():
    """Where the client area stands on the screen."""
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--class", "parkboard"], capture_output=True, text=True, check=False
    ).stdout.split()
    if not found:
        raise Missing("no window")
    return found[-1]


def shown():
    """All named nodes of the program: (role, name, x, y, width, height, is it enabled)."""
    nodes = []

    def walk(node):
        try:
            name, role = node.get_name(), node.get_role_name()
            if name:
                component = node.get_component_iface()
            if name and component is not None:
                place = component.get_extents(Atspi.CoordType.SCREEN)
                states = node.get_state_set()
                enabled = states.contains(Atspi.StateType.ENABLED) or states.contains(Atspi.StateType.SENSITIVE)
                nodes.append((role, name, place.x, place.y, place.width, place.height, enabled))
            for at in range(node.get_child_count()):
                child = node.get_child_at_index(at)
                if child is not None:
                    walk(child)
        except GLib.Error:
            return

    # Nobody runs a main loop here: what has changed since is taken in now, and nothing remembered is trusted.
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass
    desk = Atspi.get_desktop(0)
    desk.clear_cache()
    for at in range(desk.get_child_count()):
        program = desk.get_child_at_index(at)
        if program is not None and (program.get_name() or "").startswith("parkboard"):
            program.clear_cache()
            walk(program)
    return nodes


def all_of(name):
    role, _, rest = name.partition(":")
    wanted, role = (rest, role) if re.fullmatch(r"[a-z ]+", role) and rest else (name, None)
    nodes = [it for it in shown() if role is None or it[0] == role]
    same = [it for it in nodes if it[1] == wanted]
    return same or [it for it in nodes if it[1].startswith(wanted)]


def find(name, patience=8.0, at=0):
    """The node of that name; waits for it up to `patience` seconds."""
    end = time.monotonic() + patience
    while True:
        found = [it for it in all_of(name) if it[4] > 0 and it[5] > 0]
        if len(found) > at:
            return found[at]
        if time.monotonic() > end:
            raise Missing(name)
        time.sleep(0.2)


def is_shown(name):
    return bool(all_of(name))


def gone(name, patience=10.0):
    end = time.monotonic() + patience
    while is_shown(name):
        if time.monotonic() > end:
            raise Missing(f"still shown: {name}")
        time.sleep(0.2)


def middle(node):
    return node[2] + node[4] // 2, node[3] + node[5] // 2


def point(x, y):
    xdotool("mousemove", x, y)
    time.sleep(0.15)


def press(name, button=1, times=1, at=0):
    point(*middle(find(name, at=at)))
    for _ in range(times):
        xdotool("mousedown", button)
        time.sleep(0.06)
        xdotool("mouseup", button)
        time.sleep(0.06)
    time.sleep(0.35)


def lift(source, target, release=True):
    """Drags from the middle of one to the middle of another; with `release` it drops there."""
    begin, end = middle(find(source)), middle(find(target))
    point(*begin)
    xdotool("mousedown", 1)
    time.sleep(0.2)
    for step in range(1, 9):
        xdotool("mousemove", *(a + (b - a) * step // 8 for a, b in zip(begin, end)))
        time.sleep(0.05)
    time.sleep(0.4)
    if release:
        drop()


def drop():
    xdotool("mouseup", 1)
    time.sleep(0.5)


def key(*keys):
    for it in keys:
        xdotool("key", "--clearmodifiers", it)
        time.sleep(0.25)


def write(text):
    """Types `text` in the field that has the keyboard; characters beyond ASCII go by the clipboard."""
    if text.isascii():
        xdotool("type", "--delay", "12", text)
    else:
        subprocess.run(["xclip", "-selection", "clipboard"], input=text.encode(), check=True)
        key("ctrl+v")
    time.sleep(0.3)


def shot(path, size):
    subprocess.run(["import", "-window", "root", "-crop", f"{size}+0+0", "+repage", path], check=True)


def main(words):
    verb, rest = words[0], words[1:]
    if verb == "list":
        for role, name, x, y, width, height, enabled in shown():
            if not rest or re.search(rest[0], f"{role}:{name}", re.IGNORECASE):
                print(f"{role}:{name}  {x},{y} {width}x{height}{'' if enabled else '  (disabled)'}")
    elif verb in ("click", "twice", "right"):
        press(rest[0], button=3 if verb == "right" else 1, times=2 if verb == "twice" else 1)
    elif verb == "hover":
        point(*middle(find(rest[0])))
    elif verb == "drag":
        lift(rest[0], rest[1], release=len(rest) < 3)
    elif verb == "drop":
        drop()
    elif verb == "key":
        key(*rest)
    elif verb == "type":
        write(rest[0])
    elif verb == "shot":
        shot(rest[0], rest[1] if len(rest) > 1 else "1920x1080")
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
