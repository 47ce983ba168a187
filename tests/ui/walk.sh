#!/usr/bin/env bash
# Walks a whole planning session in the real window, by mouse and keys, and takes a picture after every step: from three
# messy workbooks to brief, minutes and a merged file. In both languages, at both sizes, light and dark; or one of them:
#
#   tests/ui/walk.sh [PROGRAM] [FOLDER]            WALK="zh 1920x1080 false" for one walk
#
# Needs Xvfb, openbox, xdotool, xclip, ImageMagick's `import`, dbus-run-session, at-spi2-core and Python with its Atspi
# bindings (python3-gi gir1.2-atspi-2.0). FOLDER is target/walk unless given.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -z "${WALK_INSIDE:-}" ]; then
  program=$(realpath "${1:-target/debug/parkboard}")
  folder=$(realpath -m "${2:-target/walk}")
  export WALK_INSIDE=1
  exec dbus-run-session -- "$0" "$program" "$folder"
fi
program=$1 folder=$2
mkdir -p "$folder"
. tests/ui/display.sh
chmod 700 "$work"
export WALK_WORK=$work
for launcher in /usr/libexec/at-spi-bus-launcher /usr/lib/at-spi2-core/at-spi-bus-launcher; do
  [ -x "$launcher" ] && break
done
"$launcher" --launch-immediately >/dev/null 2>&1 &
pids+=($!)
sleep 1
for switch in IsEnabled ScreenReaderEnabled; do
  gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus --method org.freedesktop.DBus.Properties.Set \
    org.a11y.Status $switch '<true>' >/dev/null
done
walk() { /usr/bin/python3 tests/ui/walk/walk.py "$program" "$folder" "$@"; }
if [ -n "${WALK:-}" ]; then
  # shellcheck disable=SC2086
  walk $WALK
else
  for dark in false true; do for size in 1920x1080 1280x720; do for lang in zh en; do walk $lang $size $dark; done; done; done
fi
