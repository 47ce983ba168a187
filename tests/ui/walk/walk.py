#!/usr/bin/python3
"""A planning session from the districts' spreadsheets to the minutes, in the real window with a real mouse and real keys.

    walk.py PROGRAM FOLDER LANG SIZE DARK

Called by `tests/ui/walk.sh`, which brings the display. It takes a picture after every step and checks what the session left
behind: the saved scenario, the brief and the minutes.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import time

import hand

ROOT = pathlib.Path(__file__).resolve().parents[3]
BOOKS = ["01-涪城区上报表.xlsx", "17-三台县老版表格.xls", "09-重复申报.xlsx"]

# What is pressed, in both languages.
WORDS = {
    "add sheets": ("添加表格…", "Add sheets…"),
    "take in": ("导入 13 行", "Take in 13 rows"),
    "left out": ("toggle button:未导入 速冻汤圆", "toggle button:Refused 速冻汤圆"),
    "sub-sector": ("combo box:细分领域", "combo box:Sub-sector"),
    "food": ("toggle button:健康食品", "toggle button:Healthy food"),
    "broken": ("toggle button:突破", "toggle button:Broken"),
    "unknown": ("toggle button:待核", "toggle button:Unknown"),
    "guard": ("利益保障", "Guard"),
    "funds": ("要素与资金", "Pools and funds"),
    "agreements": ("协议与台账", "Agreements"),
    "allocate": ("按规则安排", "Grant by the rule"),
    "compensate": ("商定这些补偿", "Agree these transfers"),
    "back to board": ("回到看板", "To the board"),
    "freeze": ("冻结数据", "Freeze data"),
    "as recommended": ("以此建议为理由", "Give the recommendation as the reason"),
    "hold": ("radio button:暂缓", "radio button:Hold"),
    "reason": ("entry:理由", "entry:Reason"),
    "brief": ("radio button:会商简报", "radio button:Meeting brief"),
    "minutes": ("radio button:会议纪要", "radio button:Minutes"),
    "later": ("待化工园区认定后再议", "Again once the chemical park is recognised"),
    "merge": ("合并到当前情景", "Merge into this scenario"),
}


class Walk:
    def __init__(self, program, folder, lang, size, dark):
        self.program, self.folder, self.lang, self.size = program, pathlib.Path(folder), lang, size
        self.dark = dark == "true"
        self.work = pathlib.Path(os.environ["WALK_WORK"])
        self.number = 0
        self.began = time.monotonic()
        self.app = None

    def say(self, name):
        return WORDS[name][0 if self.lang == "zh" else 1]

    def press(self, name, **how):
        hand.press(self.say(name), **how)

    def picture(self, name):
        """A picture of what stands there now, with the pointer out of the way."""
        self.number += 1
        width, height = map(int, self.size.split("x"))
        hand.point(width * 5 // 8, height - 5)
        time.sleep(0.7)
        theme = "dark" if self.dark else "light"
        hand.shot(str(self.folder / f"{self.number:02}-{name}-{self.lang}-{self.size}-{theme}.png"), self.size)

    def do(self, words):
        """An action by its name, through the palette: it knows both languages."""
        hand.key("ctrl+k")
        hand.write(words)
        hand.key("Return")
        time.sleep(0.6)

    def begin(self, *files):
        state = self.work / "state" / "parkboard"
        state.mkdir(parents=True, exist_ok=True)
        chinese, dark = str(self.lang == "zh").lower(), str(self.dark).lower()
        (state / "settings.ron").write_text(f"(chinese: {chinese}, dark: {dark}, zoom: 1.0, recent: [])")
        with open(self.work / "log", "w", encoding="utf-8") as log:
            self.app = subprocess.Popen([self.program, *files], stdout=log, stderr=log)
        end = time.monotonic() + 30
        while True:
            try:
                window = hand.window()
                break
            except hand.Missing:
                if time.monotonic() > end:
                    raise
                time.sleep(0.2)
        width, height = self.size.split("x")
        hand.xdotool("mousemove", 3, 3)
        hand.xdotool("windowsize", window, width, height, "windowmove", window, 0, 0)
        time.sleep(2.5)

    def open_path(self, path):
        """Types a path into the sheet that asks for one."""
        hand.find("entry:" + ("文件路径" if self.lang == "zh" else "Path of the file"))
        hand.key("ctrl+a")
        hand.write(str(path))
        hand.key("Return")
        time.sleep(1.5)

    def written(self, name):
        """Waits until a file of this name is there."""
        end = time.monotonic() + 20
        while not (self.work / name).exists():
            if time.monotonic() > end:
                raise hand.Missing(name)
            time.sleep(0.3)

    def select(self, project):
        """A project by its number, through the search of the queue."""
        hand.key("ctrl+2")
        self.search("ctrl+a")
        hand.write(project)
        hand.press(f"toggle button:{project}")

    def search(self, *keys):
        """Keys in the search field, once it has the keyboard."""
        hand.key("ctrl+f")
        time.sleep(0.6)
        hand.key(*keys)

    def clear_search(self):
        self.search("ctrl+a", "BackSpace", "Escape")

    def take_in(self):
        """1. Before: three messy workbooks of the districts."""
        hand.key("ctrl+i")
        books = [shutil.copy(ROOT / "tests/headless/messy" / book, self.work) for book in BOOKS]
        self.open_path(books[0])
        for book in books[1:]:
            self.press("add sheets")
            self.open_path(book)
        self.press("left out")
        self.press("sub-sector")
        end = time.monotonic() + 40
        while True:
            food = [it for it in hand.all_of(self.say("food")) if it[3] < hand.find(self.say("sub-sector"))[3] + 400]
            if food:
                break
            hand.point(*[a + (60 if at else 0) for at, a in enumerate(hand.middle(hand.find(self.say("sub-sector"))))])
            hand.xdotool("click", "--repeat", 6, "--delay", 40, 5)
            time.sleep(0.3)
            if time.monotonic() > end:
                raise hand.Missing(self.say("food"))
        self.press("food")
        self.picture("import")
        self.press("take in")
        time.sleep(1.5)
        self.picture("taken-in")

    def check_data(self):
        """2. Check data: what is broken, one finding after the other."""
        self.press("broken")
        hand.key("F8")
        self.picture("data-checked")
        self.press("broken")

    def gates(self):
        """3. Gates: what is to be confirmed, with its clause."""
        self.press("unknown")
        hand.key("F8")
        self.picture("gates")
        self.press("unknown")

    def hard_one(self):
        """4. A hard project: why not theirs?"""
        self.select("T04")
        self.picture("project")
        hand.key("ctrl+w")
        time.sleep(1.0)
        self.picture("why-not")
        hand.key("Escape")
        self.clear_search()

    def weights(self):
        """5. What if: a plan of its own, other weights."""
        self.do("Copy this plan")
        self.do("Weights")
        self.picture("weights")
        hand.key("Escape")
        hand.key("ctrl+shift+m")
        self.picture("map")
        hand.key("ctrl+shift+m")

    def solve(self):
        """6. Jointly: the rest is solved and reviewed."""
        hand.key("ctrl+r")
        time.sleep(0.5)
        hand.key("ctrl+Return")
        hand.find(self.say("back to board"), patience=60)
        self.picture("review")
        hand.key("ctrl+Return")
        time.sleep(1.5)
        hand.key("Escape")
        self.picture("solved")

    def bargain(self):
        """7. Bargain: support by the rule, agreements, nobody worse off."""
        hand.key("ctrl+5")
        self.press("funds")
        self.press("allocate")
        self.picture("support")
        self.press("agreements")
        self.picture("agreements")
        self.press("guard")
        if hand.is_shown(self.say("compensate")):
            self.press("compensate")
        self.picture("guard")

    def before_and_after(self):
        """8. Before and after: clusters, existing layout, evaluation, plans side by side."""
        hand.key("ctrl+1")
        self.picture("existing")
        hand.key("ctrl+3")
        self.picture("clusters")
        hand.key("ctrl+4")
        self.picture("evaluation")
        hand.key("ctrl+6")
        time.sleep(1.0)
        self.picture("compare")

    def decide(self):
        """9. Decide and minute."""
        hand.key("ctrl+7")
        self.press("freeze")
        # The one that is decided gives way to the next that is not.
        hand.press("toggle button:N1EY1B8M")
        self.press("as recommended")
        self.picture("session")
        hand.key("ctrl+Return")
        time.sleep(0.8)
        # This one would break the land quota of the city, which is said before anything is decided.
        self.picture("session-hold")
        self.press("hold")
        self.press("reason")
        hand.write(self.say("later"))
        hand.key("ctrl+Return")
        time.sleep(0.6)

    def carry_away(self):
        """10. After: the file, brief and minutes, and a colleague's work merged."""
        hand.key("ctrl+s")
        time.sleep(1.5)
        for paper in ["brief", "minutes"]:
            hand.key("ctrl+shift+e")
            self.press(paper)
            if paper == "brief":
                self.picture("export")
            hand.key("ctrl+Return")
            self.open_path(self.work / f"{paper}.docx")
            self.written(f"{paper}.docx")
        self.do("Merge")
        self.open_path(self.work / "colleague.ron")
        hand.find(self.say("merge"), patience=30)
        self.picture("merge")
        hand.key("ctrl+Return")
        time.sleep(2.0)
        hand.key("ctrl+2")
        self.picture("board")
        hand.key("ctrl+s")
        time.sleep(2.0)

    def judged(self):
        """What the file says in the end."""
        board = self.work / "board.ron"
        answer = subprocess.run([self.program, "check", str(board)], capture_output=True, text=True, check=False)
        if answer.returncode not in (0, 1):
            raise hand.Missing(f"the file does not read: {answer.stderr}")
        text = board.read_text(encoding="utf-8")
        for wanted in [self.say("later"), "N1EY1B8M"]:
            if wanted not in text:
                raise hand.Missing(f"in the file: {wanted}")

    def go(self):
        sample = (ROOT / "saves/mianyang-2022.ron").read_text(encoding="utf-8")
        (self.work / "board.ron").write_text(sample, encoding="utf-8")
        # A colleague has moved one project meanwhile.
        mine, theirs = '(plan: "A", project: "T16", park: "santai"', '(plan: "A", project: "T16", park: "yanting"'
        if sample.count(mine) != 1:
            raise hand.Missing(mine)
        (self.work / "colleague.ron").write_text(sample.replace(mine, theirs), encoding="utf-8")
        try:
            self.begin(str(self.work / "board.ron"))
            self.picture("sample")
            for step in [
                self.take_in,
                self.check_data,
                self.gates,
                self.hard_one,
                self.weights,
                self.solve,
                self.bargain,
                self.before_and_after,
                self.decide,
                self.carry_away,
            ]:
                step()
                print(f"  {time.monotonic() - self.began:5.0f} s  {step.__doc__}", flush=True)
            self.judged()
        except hand.Missing as missing:
            self.picture("stopped")
            for node in hand.shown():
                print("   ", node)
            sys.exit(f"FAILED: {self.lang} {self.size}: not shown: {missing}")
        finally:
            if self.app is not None:
                self.app.kill()
                self.app.wait()
        print(f"passed: {self.lang} {self.size} {'dark' if self.dark else 'light'}", flush=True)


if __name__ == "__main__":
    Walk(*sys.argv[1:]).go()
