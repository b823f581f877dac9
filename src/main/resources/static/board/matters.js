// The matters, as the JSON beside this page tells them to whoever is logged in. What arrives is set as text, never as HTML.
import words from './words.js';
import {contentOf, make, time} from './dossier-0.3.0.js';

const chinese = navigator.language.toLowerCase().startsWith('zh');
const say = words[chinese ? 'zh' : 'en'];
const api = '/board/api/matters';
const page = 30;
const get = id => document.getElementById(id);

let shown = [];
let chosen = null;
let asked = 0;

function card(matter) {
  const where = [time(matter.openedAt), matter.unit, matter.severity].filter(Boolean).join(' · ');
  const button = make('button', '', make('span', 'number', matter.number), make('span', 'title', matter.title),
    make('span', matter.open ? 'state' : 'state over', matter.state),
    make('span', 'where', matter.supervised ? make('b', 'supervised', say.supervised) : null, where));
  button.type = 'button';
  button.onclick = () => choose(matter.id);
  if (matter.id === chosen) {
    button.setAttribute('aria-current', 'true');
  }
  return make('li', '', button);
}

function draw() {
  get('matters').replaceChildren(...shown.map(card));
  get('empty').hidden = shown.length > 0;
}

function sayInstead(what, door) {
  const [title, lead, link] = get('empty').children;
  title.textContent = say[what + 'Title'];
  lead.textContent = say[what + 'Lead'];
  link.textContent = say[what + 'Door'];
  link.href = door;
  get('empty').hidden = false;
}

function rest(text) {
  get('dossier').replaceChildren(make('p', 'dossier-quiet', text));
}

async function choose(matter) {
  chosen = matter;
  draw();
  try {
    const answer = await fetch(`${api}/${matter}`);
    if (chosen !== matter) {
      return;
    }
    if (answer.ok) {
      get('dossier').replaceChildren(...contentOf(await answer.json()));
      get('dossier').scrollTop = 0;
    } else {
      rest(say.gone);
    }
  } catch (offline) {
    rest(say.failed);
  }
}

async function ask(before) {
  const question = ++asked;
  const search = new URLSearchParams({number: get('number').value.trim()});
  if (get('state').value) {
    search.set('open', get('state').value);
  }
  if (before) {
    search.set('before', before);
  }
  try {
    const answer = await fetch(`${api}?${search}`);
    if (question !== asked) {
      return;
    }
    get('failure').hidden = true;
    if (answer.status === 401) {
      shown = [];
      draw();
      sayInstead('login', '/login');
      return;
    }
    if (!answer.ok) {
      throw new Error(`matters answered ${answer.status}`);
    }
    const found = await answer.json();
    if (question !== asked) {
      return;
    }
    shown = before ? [...shown, ...found] : found;
    get('more').hidden = found.length < page;
    draw();
    if (shown.length === 0) {
      sayInstead('none', '/camunda/app/tasklist/');
    }
  } catch (offline) {
    get('failure').textContent = say.failed;
    get('failure').hidden = false;
    setTimeout(() => get('failure').hidden || ask(before), 5000);
  }
}

document.documentElement.lang = chinese ? 'zh' : 'en';
document.title = `Minyi 民意 · ${say.title}`;
document.querySelectorAll('[data-say]').forEach(element => {
  element.textContent = say[element.dataset.say];
});
get('find').onsubmit = event => {
  event.preventDefault();
  ask();
};
get('state').onchange = () => ask();
get('more').onclick = () => ask(shown.at(-1).id);
rest(say.choose);
ask();
