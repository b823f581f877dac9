// The evidence, as the JSON beside this page tells it. What arrives is set as text, never as HTML.
import {filled} from '/page.js';
import {logOut, token} from '/token.js';
import words from './words.js';

const chinese = navigator.language.toLowerCase().startsWith('zh');
const say = words[chinese ? 'zh' : 'en'];
const api = '/audit/api';
const get = id => document.getElementById(id);

let oldest = null;

const number = value => value.toLocaleString(chinese ? 'zh-CN' : 'en-GB');
// The centre's time, wherever the browser is.
const time = instant => new Date(instant).toLocaleString(chinese ? 'zh-CN' : 'en-GB', {timeZone: 'Asia/Shanghai'});

function cell(text) {
  const element = document.createElement('td');
  element.textContent = text ?? '';
  return element;
}

function told(json) {
  return Object.entries(JSON.parse(json)).map(([name, value]) => `${name} ${value}`).join(' · ');
}

function row(fact) {
  const element = document.createElement('tr');
  element.append(cell(number(fact.position)), cell(time(fact.at)), cell(say['deed.' + fact.deed] ?? fact.deed),
    cell(fact.by), cell(fact.matter), cell(fact.withheld ? say.withheld : told(fact.told)));
  return element;
}

async function ask(path, options) {
  const answer = await fetch(api + path, options);
  if (answer.status === 401 || answer.status === 403) {
    sayInstead(answer.status === 401 ? 'login' : 'others');
    return null;
  }
  if (!answer.ok) {
    throw new Error(`evidence answered ${answer.status}`);
  }
  get('empty').hidden = true;
  get('standing').hidden = false;
  return answer.json();
}

function sayInstead(what) {
  const [title, lead] = get('empty').children;
  title.textContent = say[what + 'Title'];
  lead.textContent = say[what + 'Lead'];
  get('empty').hidden = false;
  for (const part of ['standing', 'facts', 'older']) {
    get(part).hidden = true;
  }
}

function show(overview) {
  get('count').textContent = number(overview.facts);
  get('anchored').textContent = overview.anchor
    ? filled(say.anchoredAt, number(overview.anchor.position), time(overview.anchor.at)) : say.notAnchored;
  showCheck(overview.check);
}

function showCheck(check) {
  get('verify').disabled = check.running;
  get('progress').hidden = !check.running;
  if (check.end > 0) {
    get('progress').max = check.end;
    get('progress').value = check.position;
  } else {
    get('progress').removeAttribute('value');
  }
  const result = check.result;
  get('result').textContent = check.running ? say.running : !result ? '' : filled(
    result.holds ? say.holds : say.broken, number(result.facts), number(result.faults), result.seconds,
    number(result.anchors), number(result.anchored), time(result.endedAt));
  get('result').className = check.running || !result ? '' : result.holds ? 'holds' : 'broken';
  get('findings').replaceChildren(...(check.running || !result ? [] : result.findings).map(finding => {
    const item = document.createElement('li');
    item.textContent = [finding.position > 0 ? filled(say.atPosition, number(finding.position)) : '',
      say['fault.' + finding.fault] ?? finding.fault, finding.where].filter(part => part).join(' · ');
    return item;
  }));
  if (check.running) {
    setTimeout(refresh, 500);
  }
}

async function refresh() {
  await trying(async () => {
    const overview = await ask('');
    if (overview) {
      show(overview);
    }
  });
}

async function older() {
  await trying(async () => {
    const facts = await ask('/facts' + (oldest === null ? '' : '?before=' + oldest));
    if (facts) {
      get('facts').querySelector('tbody').append(...facts.map(row));
      get('facts').hidden = false;
      oldest = facts.length > 0 ? facts[facts.length - 1].position : oldest;
      get('older').hidden = facts.length === 0 || oldest === 1;
    }
  });
}

async function verify() {
  get('verify').disabled = true;
  await trying(async () => {
    const check = await ask('/verify', {method: 'POST', headers: token()});
    if (check) {
      showCheck(check);
    }
  });
}

async function trying(what) {
  try {
    get('failure').hidden = true;
    await what();
  } catch (offline) {
    get('verify').disabled = false;
    get('failure').textContent = say.offline;
    get('failure').hidden = false;
  }
}

document.documentElement.lang = chinese ? 'zh' : 'en';
document.title = `Minyi 民意 · ${say.title}`;
document.querySelectorAll('[data-say]').forEach(element => {
  element.textContent = say[element.dataset.say];
});
get('logOut').onclick = logOut;
get('verify').onclick = verify;
get('older').onclick = older;
refresh();
older();
