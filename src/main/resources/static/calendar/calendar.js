// The working calendar, as the JSON beside this page tells it. What arrives is set as text, never as HTML.
import {filled, make} from '/page.js';
import {logOut, token} from '/token.js';
import words from './words.js';

const chinese = navigator.language.toLowerCase().startsWith('zh');
const say = words[chinese ? 'zh' : 'en'];
const api = '/calendar/api';
const get = id => document.getElementById(id);
const language = chinese ? 'zh-CN' : 'en-GB';
// Days are days of the centre, wherever the browser is: counted and told without any time zone.
const date = (day, form) => new Date(day + 'T12:00:00Z').toLocaleDateString(language, {timeZone: 'UTC', ...form});
const time = instant => new Date(instant).toLocaleString(language, {timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short'});
const later = (day, days) => new Date(Date.parse(day + 'T12:00:00Z') + days * 86400000).toISOString().slice(0, 10);

let overview = null;
let shown = null;
let previewed = null;

const unitName = code => overview.units.find(unit => unit.code === code)?.name ?? code;

function span(first, last) {
  const form = {day: 'numeric', month: chinese ? 'long' : 'short', year: 'numeric'};
  if (first === last) {
    return date(first, {weekday: 'short', ...form});
  }
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  // The browser's own range says 2026/1/1 in Chinese.
  return chinese ? date(first, form) + '至' + date(last, sameYear ? {...form, year: undefined} : form)
    : new Intl.DateTimeFormat(language, {timeZone: 'UTC', ...form})
      .formatRange(new Date(first + 'T12:00:00Z'), new Date(last + 'T12:00:00Z'));
}

function fail(sentence) {
  get('failure').textContent = sentence;
  get('failure').hidden = false;
}

/** What came back, or null where the page says something instead; refusals are for whoever asks. */
async function ask(path, options) {
  get('failure').hidden = true;
  try {
    const answer = await fetch(api + path, options);
    if (answer.status === 401) {
      get('login').hidden = false;
      get('all').hidden = true;
    } else if (answer.ok || answer.status === 409 || answer.status === 422) {
      return {ok: answer.ok, body: await answer.json()};
    } else {
      fail(answer.status === 403 ? say.forbidden : say.offline);
    }
  } catch (offline) {
    fail(say.offline);
  }
  return null;
}

const send = (path, body) => ask(path, {
  method: 'POST',
  headers: {'Content-Type': 'application/json', ...token()},
  body: JSON.stringify(body)
});

// The year

const hoursOf = (year, day) => {
  const special = year.byDay[day];
  const weekday = new Date(day + 'T12:00:00Z').getUTCDay() || 7;
  return special ? special.hours : year.week[weekday];
};

function kindOf(year, day) {
  const special = year.byDay[day];
  const classes = [];
  if (special) {
    classes.push(special.hours ? 'work' : 'rest');
    if (special.provisional) {
      classes.push('provisional');
    }
    if (special.unit) {
      classes.push('own');
    }
  } else if (!hoursOf(year, day)) {
    classes.push('weekend');
  }
  if (day === overview.today) {
    classes.push('today');
  }
  return classes.join(' ');
}

function cell(year, day) {
  const special = year.byDay[day];
  const element = make('td', kindOf(year, day), String(Number(day.slice(8))));
  element.dataset.day = day;
  if (special) {
    const mark = special.hours ? say.markWork : say.markRest;
    element.append(mark ? make('i', '', mark) : '');
    element.title = [date(day, {dateStyle: 'full'}), being(special) + ' · ' + special.name, special.source,
      special.unit ? filled(say.ownOf, unitName(special.unit)) : ''].filter(Boolean).join('\n');
  }
  return element;
}

function month(year, number) {
  const first = `${year.year}-${String(number).padStart(2, '0')}-01`;
  const lead = (new Date(first + 'T12:00:00Z').getUTCDay() + 6) % 7;
  const days = [];
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = later(day, 1)) {
    days.push(day);
  }
  const cells = [...Array(lead).fill(null), ...days];
  const rows = [];
  for (let at = 0; at < cells.length; at += 7) {
    rows.push(make('tr', '', ...cells.slice(at, at + 7).map(day => day ? cell(year, day) : make('td'))));
  }
  const heads = [...Array(7).keys()].map(at => make('th', '', date(later('2026-06-01', at), {weekday: 'narrow'})));
  const worked = days.filter(day => hoursOf(year, day)).length;
  year.worked += worked;
  return make('div', 'month',
    make('h3', '', date(first, {month: 'long'}), make('span', '', filled(say.workingDays, worked))),
    make('table', '', make('thead', '', make('tr', '', ...heads)), make('tbody', '', ...rows)));
}

function being(day) {
  if (!day) {
    return say.asWeek;
  }
  const told = day.hours ? filled(say.worked, day.hours) : say.rest;
  return day.provisional ? told + say.byLaw : told;
}

/** Days one after the other of which the same is said, told in one line. */
function spans(days) {
  const alike = day => [day.hours, day.name, day.source, day.provisional, day.unit].join('|');
  return days.reduce((all, day) => {
    const before = all.at(-1);
    if (before && later(before.last, 1) === day.day && alike(before) === alike(day)) {
      before.last = day.day;
    } else {
      all.push({...day, first: day.day, last: day.day});
    }
    return all;
  }, []);
}

function dayRow(day) {
  const many = (Date.parse(day.last) - Date.parse(day.first)) / 86400000 + 1;
  return make('tr', day.unit ? 'own' : '',
    make('td', 'when', span(day.first, day.last), many > 1 ? make('small', '', filled(say.many, many)) : ''),
    make('td', day.hours ? 'what work' : 'what rest', being(day)),
    make('td', '', day.name, day.unit ? make('b', 'whose', unitName(day.unit)) : '', make('small', '', day.source)));
}

function sayIfEmpty(year) {
  get('empty').hidden = year.arranged;
  // Where the year itself is shown, the page says more.
  get('missing').hidden = !overview.missing || overview.missing === year.year;
  const [title, lead, door] = get('empty').children;
  title.textContent = filled(say.emptyTitle, year.year);
  lead.textContent = year.days.some(day => day.provisional) ? say.emptyByLaw : say.emptyLead;
  if (overview.mayImport) {
    const link = make('a', '', say.emptyImport);
    link.href = '#import';
    door.replaceChildren(link);
  } else {
    door.textContent = say.emptyOthers;
  }
}

function legend() {
  const kinds = ['weekend', 'rest', 'work', ...shown.days.some(day => day.provisional) ? ['rest provisional'] : [],
    ...shown.days.some(day => day.unit) ? ['rest own'] : []];
  get('legend').replaceChildren(...kinds.map(kind =>
    make('li', '', make('i', kind), say['legend.' + kind.split(' ').at(-1)])));
}

function ownUnits() {
  const links = Object.entries(shown.own).filter(([unit]) => unit !== get('unit').value).map(([unit, many]) => {
    const button = make('button', 'plain', `${unitName(unit)} (${many})`);
    button.type = 'button';
    button.onclick = () => show(shown.year, unit);
    return button;
  });
  get('own').replaceChildren(...links.length ? [say.unitsWithOwn + ' ', ...links] : []);
}

async function show(year, unit) {
  const answer = await ask(`/years/${year}?unit=${encodeURIComponent(unit)}`);
  if (!answer) {
    return;
  }
  shown = {...answer.body, worked: 0, byDay: Object.fromEntries(answer.body.days.map(day => [day.day, day]))};
  fillYears(year);
  get('unit').value = unit;
  get('months').replaceChildren(...[...Array(12).keys()].map(at => month(shown, at + 1)));
  get('daysTitle').textContent = filled(unit ? say.daysTitleOf : say.daysTitle, year, shown.worked, unitName(unit));
  get('days').tBodies[0].replaceChildren(...spans(shown.days).map(dayRow));
  get('noDays').hidden = shown.days.length > 0;
  sayIfEmpty(shown);
  legend();
  ownUnits();
  history.replaceState(null, '', `?year=${year}` + (unit ? `&unit=${unit}` : ''));
}

function fillYears(chosen) {
  const now = Number(overview.today.slice(0, 4));
  const all = [...new Set([...overview.years, now, now + 1, chosen])].sort((one, other) => one - other);
  get('year').replaceChildren(...all.map(year =>
    new Option(overview.years.includes(year) ? year : filled(say.notThere, year), year)));
  get('year').value = chosen;
}

/** The city, then each sub-centre with its posts under it. */
function fillUnits() {
  const below = code => overview.units.filter(unit => unit.above === code);
  const options = (unit, depth) => [new Option('\u2003'.repeat(depth) + unit.name, unit.code),
    ...below(unit.code).flatMap(one => options(one, depth + 1))];
  get('unit').replaceChildren(new Option(say.everybody, ''), ...below(undefined).flatMap(unit => options(unit, 0)));
}

// The versions

const by = version => version.delivered ? say.delivered : filled(say.by, version.by);

function changeRow(change) {
  return make('tr', '',
    make('td', 'when', span(change.first, change.last)),
    make('td', '', change.unit ? unitName(change.unit) : say.everybody),
    make('td', change.after?.hours ? 'what work' : change.after ? 'what rest' : 'what', being(change.after),
      change.after ? make('small', '', change.after.name, ' · ', change.after.source) : ''),
    make('td', 'was', filled(say.was, being(change.before))));
}

async function unfold(details, version) {
  const answer = await ask('/versions/' + version);
  if (answer) {
    const {changes, moved} = answer.body;
    details.lastElementChild.replaceChildren(
      make('table', '', make('tbody', '', ...changes.map(changeRow))),
      make('p', 'quiet', filled(say.moved, moved)));
  }
}

function versionItem(version) {
  const details = make('details', '',
    make('summary', '', make('b', '', filled(say.version, version.version)),
      ` ${time(version.madeAt)} · ${by(version)} · ${version.reason}`),
    make('div'));
  details.ontoggle = () => details.open && !details.lastElementChild.hasChildNodes() && unfold(details, version.version);
  return details;
}

async function start(year, unit) {
  const answer = await ask('');
  if (!answer) {
    return;
  }
  overview = answer.body;
  const newest = overview.versions[0];
  get('all').hidden = false;
  get('inForce').textContent = filled(say.inForce, newest.version, time(newest.madeAt), by(newest), newest.reason);
  get('missing').textContent = filled(say.missing, overview.missing);
  get('import').hidden = !overview.mayImport;
  get('versions').replaceChildren(...overview.versions.map(versionItem));
  fillUnits();
  const known = overview.units.some(one => one.code === unit) ? unit : '';
  await show(year || Number(overview.today.slice(0, 4)), known);
}

// The import

/** A table saved in China is often no UTF-8. */
async function textOf(file) {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch (other) {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const faultOf = fault => (fault.line ? filled(say.line, fault.line) : '') + filled(say['fault.' + fault.kind], ...fault.facts);

function refuse(problem) {
  const [lead, list] = get('refused').children;
  const faults = problem.faults ?? [];
  lead.textContent = faults.length ? say.refused : say.changedMeanwhile;
  list.replaceChildren(...faults.map(fault => make('li', '', faultOf(fault))));
  get('refused').hidden = false;
}

function forget() {
  previewed = null;
  get('take').hidden = true;
  get('refused').hidden = true;
  get('taken').hidden = true;
}

async function preview() {
  const file = get('file').files[0];
  if (!file) {
    return;
  }
  forget();
  get('fileName').textContent = file.name;
  const text = await textOf(file);
  // So that the same file, mended, is a new choice.
  get('file').value = '';
  const answer = await send('/previews', {file: text});
  if (answer && !answer.ok) {
    refuse(answer.body);
  } else if (answer) {
    previewed = {file: text, ...answer.body};
    get('wouldChange').textContent = filled(say.wouldChange, file.name);
    get('preview').tBodies[0].replaceChildren(...previewed.changes.map(changeRow));
    get('take').hidden = false;
  }
}

async function take(event) {
  event.preventDefault();
  const button = get('take').querySelector('.main');
  button.disabled = true;
  const {file, on, changes} = previewed;
  const answer = await send('/versions', {file, on, reason: get('reason').value});
  button.disabled = false;
  if (answer && !answer.ok) {
    refuse(answer.body);
  } else if (answer) {
    forget();
    get('fileName').textContent = '';
    get('reason').value = '';
    await start(Number((changes.find(one => !one.unit) ?? changes[0]).last.slice(0, 4)), get('unit').value);
    follow(answer.body);
  }
}

/** Says how far the deadlines are that are counted anew. */
async function follow({version, waiting}) {
  get('taken').hidden = false;
  get('taken').textContent = filled(say.counting, version, waiting);
  const answer = await ask('/versions/' + version);
  if (answer && answer.body.left === 0) {
    get('taken').textContent = filled(say.counted, version, waiting, answer.body.moved);
  } else if (answer) {
    setTimeout(() => follow({version, waiting}), 2000);
  }
}

document.documentElement.lang = chinese ? 'zh' : 'en';
document.title = `Minyi 民意 · ${say.title}`;
document.querySelectorAll('[data-say]').forEach(element => {
  element.textContent = say[element.dataset.say];
});
get('logOut').onclick = logOut;
get('year').onchange = () => show(Number(get('year').value), get('unit').value);
get('unit').onchange = () => show(shown.year, get('unit').value);
get('before').onclick = () => show(shown.year - 1, get('unit').value);
get('after').onclick = () => show(shown.year + 1, get('unit').value);
get('choose').onsubmit = event => event.preventDefault();
get('file').onchange = preview;
get('take').onsubmit = take;
get('leave').onclick = () => {
  forget();
  get('fileName').textContent = '';
};

const wanted = new URLSearchParams(location.search);
start(Number(wanted.get('year')), wanted.get('unit'));
