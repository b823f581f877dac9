// The dossier: docked beside the form of the task that is open, with the whole story of the matter.
// Everything a citizen or an officer wrote is set as text, never as HTML.
import words from './dossier-words-0.1.0.js';

const chinese = navigator.language.toLowerCase().startsWith('zh');
const say = words[chinese ? 'zh' : 'en'];
const appRoot = document.querySelector('base').getAttribute('app-root') || '/camunda';
const api = appRoot.replace(/\/camunda$/, '') + '/dossier/api/tasks/';

function make(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...content.filter(part => part !== null && part !== undefined && part !== ''));
  return element;
}

const two = number => String(number).padStart(2, '0');

function time(instant) {
  const at = new Date(instant);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

function taskInAddress() {
  const match = /[?&]task=([^&]+)/.exec(location.hash + location.search);
  return match ? decodeURIComponent(match[1]) : null;
}

function section(title, ...content) {
  return make('section', 'dossier-section', make('h5', '', title), ...content);
}

function heading(matter) {
  const chips = [matter.kind, matter.channel, matter.category, matter.severity, matter.state]
    .filter(Boolean)
    .map(text => make('li', '', text));
  if (matter.round > 1) {
    chips.push(make('li', 'dossier-round', say.round.replace('{0}', matter.round)));
  }
  const lines = [
    make('p', 'dossier-number', matter.number),
    make('h4', '', matter.title)];
  if (matter.concerns) {
    lines.push(make('p', 'dossier-concerns', say.concerns.replace('{0}', matter.concerns)));
  }
  return make('header', 'dossier-heading', ...lines, make('ul', 'dossier-chips', ...chips));
}

function personOf(person) {
  const line = make('div', 'dossier-person', make('strong', '', person.name));
  if (person.minor) {
    line.append(make('span', 'dossier-minor', say.minor));
  }
  if (person.number) {
    line.append(make('span', 'dossier-phone', person.number));
  }
  if (person.canDial && person.number) {
    const dial = make('a', 'dossier-dial btn btn-primary btn-sm', say.call);
    dial.href = 'tel:' + person.number.replace(/[^0-9+]/g, '');
    line.append(dial);
  } else if (person.canDial) {
    line.append(make('span', 'dossier-quiet', say.noNumber));
  }
  return line;
}

function deadlineOf(deadline, holder) {
  const due = deadline ? deadline.due : holder && holder.due;
  if (!due) {
    return null;
  }
  const late = new Date(due) < new Date();
  const line = make('p', late ? 'dossier-due dossier-late' : 'dossier-due', `${late ? say.overdue : say.due} ${time(due)}`);
  if (!deadline) {
    return line;
  }
  const why = make('details', 'dossier-why', make('summary', '', say.why),
    make('p', '', `${say.allowed}: ${deadline.allowed}`), make('p', '', deadline.rule));
  return make('div', '', line, why);
}

function nowOf(dossier) {
  const holder = dossier.holder || {};
  return section(say.now,
    make('p', 'dossier-holder', make('strong', '', holder.task), make('span', '', [holder.unit, holder.who || say.nobody].filter(Boolean).join(' · '))),
    deadlineOf(dossier.deadline, holder));
}

function entryOf(entry) {
  const by = [entry.by, entry.unit].filter(Boolean).join(' · ');
  return make('li', 'dossier-entry dossier-' + entry.kind.toLowerCase().replace('_', '-'),
    make('div', 'dossier-when', make('time', '', time(entry.at)), entry.round > 1 ? make('span', 'dossier-round', say.round.replace('{0}', entry.round)) : null),
    make('div', 'dossier-title', entry.title),
    entry.text ? make('blockquote', '', entry.text) : null,
    by ? make('div', 'dossier-by', by) : null);
}

function storyOf(timeline) {
  if (!timeline || timeline.length === 0) {
    return section(say.story, make('p', 'dossier-quiet', say.nothing));
  }
  return section(say.story, make('ol', 'dossier-timeline', ...timeline.map(entryOf)));
}

function earlierOf(matters) {
  if (!matters || matters.length === 0) {
    return section(say.earlier, make('p', 'dossier-quiet', say.noEarlier));
  }
  return section(say.earlier, make('ul', 'dossier-earlier', ...matters.map(matter =>
    make('li', '', make('span', 'dossier-number', matter.number), make('span', 'dossier-title', matter.title),
      make('span', 'dossier-by', [time(matter.openedAt).slice(0, 10), matter.outcome || matter.state].filter(Boolean).join(' · '))))));
}

function contentOf(dossier) {
  return [dossier.matter ? heading(dossier.matter) : null,
    dossier.person ? personOf(dossier.person) : null,
    nowOf(dossier),
    dossier.matter || dossier.person ? storyOf(dossier.timeline) : null,
    dossier.person ? earlierOf(dossier.earlier) : null].filter(Boolean);
}

class Dossier {

  constructor(desk) {
    this.desk = desk;
    this.task = null;
    this.body = make('div', 'dossier-body');
    const again = make('button', 'dossier-refresh btn btn-link', '↻');
    again.type = 'button';
    again.title = say.refresh;
    again.onclick = () => this.show(this.task);
    this.panel = make('aside', 'dossier', make('div', 'dossier-bar', make('span', '', say.dossier), again), this.body);
    this.panel.setAttribute('aria-label', say.dossier);
    desk.append(this.panel);
    // Tasklist moves between tasks without any event: the address is all there is to watch.
    this.watch = setInterval(() => this.follow(), 250);
    this.claimed = event => {
      const button = event.target.closest('.meta button.claim, .meta button.unclaim');
      if (button) {
        this.awaitHolder(button.classList.contains('claim') ? 'unclaim' : 'claim');
      }
    };
    desk.addEventListener('click', this.claimed);
    this.follow();
  }

  follow() {
    const task = taskInAddress();
    if (task !== this.task) {
      this.show(task);
    }
  }

  // Once the other button stands there, somebody else holds the task.
  awaitHolder(button) {
    const changes = new MutationObserver(() => {
      if (this.desk.querySelector('.meta button.' + button)) {
        changes.disconnect();
        this.show(this.task);
      }
    });
    changes.observe(this.desk, {childList: true, subtree: true});
    setTimeout(() => changes.disconnect(), 10000);
  }

  async show(task) {
    const sameTask = task === this.task;
    this.task = task;
    this.desk.classList.toggle('with-dossier', task !== null);
    if (task === null) {
      this.body.replaceChildren();
      return;
    }
    if (!sameTask) {
      this.body.replaceChildren(make('p', 'dossier-quiet dossier-loading', say.loading));
      this.panel.scrollTop = 0;
    }
    const content = await this.fetch(task);
    if (this.task === task) {
      this.body.replaceChildren(...content);
    }
  }

  async fetch(task) {
    try {
      const answer = await fetch(api + encodeURIComponent(task), {headers: {Accept: 'application/json'}, credentials: 'same-origin'});
      if (answer.status === 404) {
        return [make('p', 'dossier-quiet', say.none)];
      }
      if (answer.ok) {
        return contentOf(await answer.json());
      }
    } catch (offline) {
      // falls through to the same words: whoever sits here can only try again
    }
    const again = make('button', 'btn btn-default btn-sm', say.again);
    again.type = 'button';
    again.onclick = () => this.show(task);
    return [make('p', 'dossier-failed', say.failed), again];
  }

  close() {
    clearInterval(this.watch);
    this.desk.removeEventListener('click', this.claimed);
    this.desk.classList.remove('with-dossier');
    this.panel.remove();
  }
}

let dossier = null;

// Tasklist draws a plugin before it hangs it into the page.
function dock(node) {
  const desk = node.closest('.task-details');
  if (desk) {
    dossier?.close();
    dossier = new Dossier(desk);
  } else {
    requestAnimationFrame(() => dock(node));
  }
}

export default {
  id: 'minyi-dossier',
  pluginPoint: 'tasklist.task.action',
  priority: 1,
  render: dock,
  unmount() {
    dossier?.close();
    dossier = null;
  }
};
