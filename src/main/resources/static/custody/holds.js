// Legal holds, as the JSON beside this page tells them. What arrives is set as text, never as HTML.
import {filled} from '/page.js';
import {logOut, token} from '/token.js';
import words from './words.js';

const chinese = navigator.language.toLowerCase().startsWith('zh');
const say = words[chinese ? 'zh' : 'en'];
const api = '/custody/api/holds';
const get = id => document.getElementById(id);
// The centre's time, wherever the browser is.
const time = instant => new Date(instant).toLocaleString(chinese ? 'zh-CN' : 'en-GB', {timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short'});

function make(name, text, className) {
  const element = document.createElement(name);
  element.textContent = text ?? '';
  element.className = className ?? '';
  return element;
}

function item(hold) {
  const element = make('li');
  const head = make('div');
  head.append(make('strong', hold.matter ?? say.noMatter), make('span', ' · ' + filled(say.since, time(hold.since), hold.by), 'quiet'));
  const lift = make('button', say.lift, 'plain');
  lift.type = 'button';
  lift.onclick = () => wantToLift(hold);
  element.append(head, lift, make('p', hold.reason));
  return element;
}

function sayInstead(what) {
  const [title, lead] = get('empty').children;
  title.textContent = say[what + 'Title'];
  lead.textContent = say[what + 'Lead'];
  get('empty').hidden = false;
  get('set').hidden = true;
  get('standing').hidden = true;
}

function fail(sentence) {
  get('failure').textContent = sentence;
  get('failure').hidden = false;
}

/** Answers what came back, or null where the page says something instead. */
async function ask(path, options) {
  get('failure').hidden = true;
  try {
    const answer = await fetch(api + path, options);
    if (answer.status === 401) {
      sayInstead('login');
    } else if (answer.status === 403) {
      sayInstead('others');
    } else if (answer.status === 404 || answer.status === 422) {
      const problem = await answer.json();
      fail(say[problem.type.slice('urn:minyi:problem:'.length)] ?? say.offline);
    } else if (answer.ok) {
      return answer.status === 204 ? {} : await answer.json();
    } else {
      fail(say.offline);
    }
  } catch (offline) {
    fail(say.offline);
  }
  return null;
}

async function show() {
  const holds = await ask('');
  if (holds) {
    get('holds').replaceChildren(...holds.map(item));
    get('none').hidden = holds.length > 0;
    get('empty').hidden = true;
    get('set').hidden = false;
    get('standing').hidden = false;
  }
}

async function send(path, body) {
  return ask(path, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', ...token()},
    body: JSON.stringify(body),
  });
}

async function set(event) {
  event.preventDefault();
  const button = get('set').querySelector('button');
  button.disabled = true;
  const done = await send('', {matter: get('matter').value.trim(), reason: get('reason').value});
  button.disabled = false;
  if (done) {
    get('set').reset();
    await show();
  }
}

function wantToLift(hold) {
  get('liftTitle').textContent = filled(say.liftTitle, hold.matter ?? say.noMatter);
  const dialog = get('lifting');
  dialog.returnValue = 'no';
  dialog.onclose = async () => {
    if (dialog.returnValue === 'yes' && await send(`/${hold.id}/lift`, {})) {
      await show();
    }
  };
  dialog.showModal();
}

document.documentElement.lang = chinese ? 'zh' : 'en';
document.title = `Minyi 民意 · ${say.title}`;
document.querySelectorAll('[data-say]').forEach(element => {
  element.textContent = say[element.dataset.say];
});
get('logOut').onclick = logOut;
get('set').onsubmit = set;
show();
