# A display without a screen, and a window on it: sourced by the scripts that drive the real window.
#
# Expects `program` and `folder`; sets `work`, a folder that is removed at the end. Needs Xvfb, openbox, xdotool and `import`.
work=$(mktemp -d)
export XDG_STATE_HOME="$work/state" XDG_RUNTIME_DIR="$work" PARKBOARD_NO_SYSTEM_DIALOG=1
display=:$((90 + RANDOM % 400))
export DISPLAY=$display
unset WAYLAND_DISPLAY || true
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

Xvfb "$display" -screen 0 1920x1080x24 -nolisten tcp >/dev/null 2>&1 &
pids+=($!)
for _ in $(seq 50); do xdpyinfo >/dev/null 2>&1 && break; sleep 0.1; done
cat > "$work/openbox.xml" <<'XML'
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications><application class="*"><decor>no</decor></application></applications>
</openbox_config>
XML
openbox --config-file "$work/openbox.xml" >/dev/null 2>&1 &
pids+=($!)

fail() { echo "FAILED: $*" >&2; exit 1; }
shot() { import -window root -crop "$size+0+0" +repage "$folder/$1.png"; }

# begin LANG SIZE DARK [FILE]: starts the program with fresh settings, its client area at the very corner of the display.
begin() {
  mkdir -p "$work/state/parkboard"
  chinese=$([ "$1" = zh ] && echo true || echo false)
  size=$2
  echo "(chinese: $chinese, dark: $3, zoom: 1.0, recent: [])" > "$work/state/parkboard/settings.ron"
  shift 3
  "$program" "$@" >"$work/log" 2>&1 &
  app=$!
  for _ in $(seq 100); do
    window=$(xdotool search --onlyvisible --class parkboard 2>/dev/null | tail -1) && [ -n "$window" ] && break
    sleep 0.1
  done
  [ -n "${window:-}" ] || fail "no window: $(cat "$work/log")"
  xdotool mousemove 3 3
  xdotool windowsize "$window" "${size%x*}" "${size#*x}" windowmove "$window" 0 0
  sleep 1.5
}
