// Answers and places in lessons: in this browser's storage, and nowhere else.

const NAME = "deltascope.lessons";
const VERSION = 1;
const ID = /^[a-z0-9][a-z0-9-]{0,119}$/;
const MOST = { lessons: 500, answers: 500, text: 2000 };

/** Where nothing can be stored, this page's own memory will do. */
let memory = null;

const nothing = () => ({ deltascope: "lessons", version: VERSION, last: "", lessons: {} });

/** All that is kept; what cannot be read counts as nothing. */
export function kept() {
  try {
    return read(localStorage.getItem(NAME)) ?? memory ?? nothing();
  } catch {
    return memory ?? nothing();
  }
}

function keep(all) {
  memory = all;
  try {
    localStorage.setItem(NAME, JSON.stringify(all));
  } catch {
    // Then it lasts as long as the page.
  }
}

/** What is kept of one lesson. */
export function lessonKept(lesson) {
  return kept().lessons[lesson] ?? { answers: {} };
}

function change(lesson, how) {
  const all = kept();
  all.lessons[lesson] ??= { answers: {} };
  how(all.lessons[lesson]);
  keep(all);
}

/** Keeps an answer; the first one is counted, and a right one stays right. */
export function answered(lesson, id, { given, right, shown = false }) {
  change(lesson, ({ answers }) => {
    const before = answers[id];
    const tries = Math.min(9999, (before?.tries ?? 0) + (shown && !right ? 0 : before?.right ? 0 : 1));
    answers[id] = { given: String(given).slice(0, MOST.text), right: right || before?.right === true, tries, shown: shown || before?.shown === true };
  });
}

/** Keeps where the reader is. */
export function wentTo(lesson, id, title) {
  change(lesson, (one) => (one.place = { id, title: title.slice(0, 200) }));
  const all = kept();
  all.last = lesson;
  keep(all);
}

/** Forgets one lesson. */
export function forget(lesson) {
  const all = kept();
  delete all.lessons[lesson];
  if (all.last === lesson) all.last = "";
  keep(all);
}

/** Reads what was saved; null for anything that was not. */
export function read(text) {
  let all;
  try {
    all = JSON.parse(text);
  } catch {
    return null;
  }
  if (all?.deltascope !== "lessons" || all.version !== VERSION) return null;
  const clean = nothing();
  if (!isMap(all.lessons, MOST.lessons) || (all.last !== undefined && all.last !== "" && !isId(all.last))) return null;
  clean.last = all.last ?? "";
  for (const [id, one] of Object.entries(all.lessons)) {
    const lesson = isId(id) ? lessonOf(one) : null;
    if (!lesson) return null;
    clean.lessons[id] = lesson;
  }
  return clean;
}

const isId = (id) => typeof id === "string" && ID.test(id);
const isText = (text, most) => typeof text === "string" && text.length <= most;
const isMap = (map, most) => typeof map === "object" && map !== null && !Array.isArray(map) && Object.keys(map).length <= most;

function lessonOf(one) {
  if (!isMap(one, 10) || !isMap(one.answers, MOST.answers)) return null;
  const lesson = { answers: {} };
  for (const [id, answer] of Object.entries(one.answers)) {
    const fine = isId(id) && isMap(answer, 10) && isText(answer.given, MOST.text) && typeof answer.right === "boolean" && Number.isInteger(answer.tries) && answer.tries >= 0 && answer.tries <= 9999;
    if (!fine) return null;
    lesson.answers[id] = { given: answer.given, right: answer.right, tries: answer.tries, shown: answer.shown === true };
  }
  if (one.place !== undefined) {
    if (!isMap(one.place, 4) || !isId(one.place.id) || !isText(one.place.title, 200)) return null;
    lesson.place = { id: one.place.id, title: one.place.title };
  }
  return lesson;
}

/** Takes a file's answers beside those that are here: none is lost, and what is right stays so. How many lessons; −1 for a file that is none. */
export function imported(text) {
  const other = read(text);
  if (!other) return -1;
  const all = kept();
  for (const [id, lesson] of Object.entries(other.lessons)) {
    const mine = (all.lessons[id] ??= { answers: {} });
    for (const [name, answer] of Object.entries(lesson.answers)) if (!mine.answers[name]?.right) mine.answers[name] = answer;
    mine.place = lesson.place ?? mine.place;
    if (!mine.place) delete mine.place;
  }
  all.last = other.last || all.last;
  keep(all);
  return Object.keys(other.lessons).length;
}

/** Tells of what another page keeps. */
export function leave(told) {
  addEventListener("visibilitychange", () => document.visibilityState === "visible" && told());
}
