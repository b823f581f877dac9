// Under the name of each task in the list: the number and title of its matter, and the document that it is about, where
// it is about one: of a matter more than one may wait to be served. The engine shows a variable of a matter
// only to whoever may see all of them, so the list asks our own side, once for all its cards.
const appRoot = document.querySelector('base').getAttribute('app-root') || '/camunda';
const api = appRoot.replace(/\/camunda$/, '') + '/dossier/api/cards?tasks=';

// A task never changes its matter.
const known = new Map();
let waiting = new Map();

// A leader waits for an answer about the matter.
function flag() {
  const flag = document.createElement('b');
  flag.className = 'matter-supervised';
  flag.textContent = navigator.language.toLowerCase().startsWith('zh') ? '督办' : 'supervised';
  return flag;
}

function line(title) {
  const line = document.createElement('div');
  line.className = 'matter-document';
  line.textContent = title;
  return line;
}

function write(node, card) {
  node.className = 'matter-card';
  if (card) {
    const number = document.createElement('span');
    number.textContent = card.number;
    node.replaceChildren(...card.supervised ? [flag()] : [], number, ' ' + card.title,
      ...card.document ? [line(card.document)] : []);
  }
}

async function ask() {
  const asked = waiting;
  waiting = new Map();
  const answer = await fetch(api + [...asked.keys()].map(encodeURIComponent).join(','),
    {headers: {Accept: 'application/json'}, credentials: 'same-origin'}).catch(() => null);
  if (answer && answer.ok) {
    (await answer.json()).forEach(card => known.set(card.task, card));
  }
  asked.forEach((nodes, task) => nodes.forEach(node => write(node, known.get(task))));
}

export default {
  id: 'minyi-matter-card',
  pluginPoint: 'tasklist.card',
  priority: 10000,
  render(node, {taskId}) {
    write(node, known.get(taskId));
    if (known.has(taskId)) {
      return;
    }
    if (waiting.size === 0) {
      setTimeout(ask);
    }
    waiting.set(taskId, [...waiting.get(taskId) || [], node]);
  }
};
