// Answers and places in lessons: in this browser's storage, and nowhere else.

const NAME = "deltascope.lessons";
const VERSION = 1;
const ID = /^[a-z0-9][a-z0-9-]{0,119}$/;
const MOST = { lessons: 500, answers: 500, text: 2000 };

/** What could not be stored, as text: then it lasts as long as the page. */
let unstored = null;

/** Names are the reader's and a file's own: a map of them has nothing else in it. */
const map = () => Object.create(null);
const nothing = () => ({ deltascope: "lessons", version: VERSION, last: "", lessons: map() });
const noLesson = () => ({ answers: map() });

/** All that is kept; what cannot be read counts as nothing. */
export function kept() {
  return read(unstored ?? stored()) ?? nothing();
}

function stored() {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

/** Keeps all of it, and tells whether it did: what could not be read again never takes the place of what can. */
function keep(all) {
  const text = JSON.stringify(all);
  if (!read(text)) return false;
  try {
    localStorage.setItem(NAME, text);
    unstored = null;
  } catch {
    unstored = text;
  }
  return true;
}

/** What is kept of one lesson. */
export function lessonKept(lesson) {
  return kept().lessons[lesson] ?? noLesson();
}

function change(lesson, how) {
  const all = kept();
  all.lessons[lesson] ??= noLesson();
  how(all.lessons[lesson], all);
  keep(all);
}

/** Keeps an answer; the first one is counted, and a right one stays, whatever is tried after it. */
export function answered(lesson, id, { given, right, shown = false }) {
  change(lesson, ({ answers }) => {
    const before = answers[id];
    const tries = Math.min(9999, (before?.tries ?? 0) + (shown && !right ? 0 : before?.right ? 0 : 1));
    const stays = before?.right === true && !right;
    answers[id] = { given: stays ? before.given : String(given).slice(0, MOST.text), right: right || stays, tries, shown: shown || before?.shown === true };
  });
}

/** Keeps where the reader is; a place whose name is too long to be kept is passed over. */
export function wentTo(lesson, id, title) {
  if (!isId(id)) return;
  change(lesson, (one, all) => {
    one.place = { id, title: title.slice(0, 200) };
    all.last = lesson;
  });
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
  const lesson = noLesson();
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

/**
 * Takes a file's answers beside those that are here: none is lost, and what is right stays so. How many lessons, or
 * the phrase that says why nothing was changed: the file is none, or with it there would be more than is kept.
 */
export function imported(text) {
  const other = read(text);
  if (!other) return { refused: "lessons.bad" };
  const all = kept();
  for (const [id, lesson] of Object.entries(other.lessons)) {
    const mine = (all.lessons[id] ??= noLesson());
    for (const [name, answer] of Object.entries(lesson.answers)) if (!mine.answers[name]?.right) mine.answers[name] = answer;
    if (lesson.place) mine.place = lesson.place;
  }
  all.last = other.last || all.last;
  return keep(all) ? { count: Object.keys(other.lessons).length } : { refused: "lessons.too-much" };
}

/** Tells of what another page keeps. */
export function leave(told) {
  addEventListener("visibilitychange", () => document.visibilityState === "visible" && told());
}
