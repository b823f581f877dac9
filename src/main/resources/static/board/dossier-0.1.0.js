// Draws a dossier: beside a task in Tasklist, and beside the list of matters.
// Everything a citizen or an officer wrote is set as text, never as HTML.
import words from './dossier-words-0.1.0.js';
import {token} from '../token.js';

const chinese = navigator.language.toLowerCase().startsWith('zh');
// Everything of Minyi lies one folder above this one, wherever the server puts it.
const root = new URL('..', import.meta.url).pathname.replace(/\/$/, '');
export const say = words[chinese ? 'zh' : 'en'];

export function make(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...content.filter(part => part !== null && part !== undefined && part !== ''));
  return element;
}

// A sentence with what stands in it, as it was written: a dollar sign in it is a dollar sign.
const told = (sentence, fact) => sentence.replace('{0}', () => fact);

// The centre's time, wherever the browser is; Sweden writes it as standards do: 2026-11-22 09:30.
const clock = new Intl.DateTimeFormat('sv-SE', {timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short'});

export const time = instant => clock.format(new Date(instant));

function section(title, ...content) {
  return make('section', 'dossier-section', make('h5', '', title), ...content);
}

function heading(matter) {
  const chips = [matter.kind, matter.channel, matter.category, matter.severity, matter.state]
    .filter(Boolean)
    .map(text => make('li', '', text));
  if (matter.round > 1) {
    chips.push(make('li', 'dossier-round', told(say.round, matter.round)));
  }
  const lines = [
    make('p', 'dossier-number', matter.number),
    make('h4', '', matter.title)];
  if (matter.concerns) {
    lines.push(make('p', 'dossier-concerns', told(say.concerns, matter.concerns)));
  }
  return make('header', 'dossier-heading', ...lines, make('ul', 'dossier-chips', ...chips));
}

function personOf(dossier) {
  const person = dossier.person;
  const line = make('div', 'dossier-person', make('strong', '', person.name));
  if (person.minor) {
    line.append(make('span', 'dossier-minor', say.minor));
  }
  if (person.number) {
    line.append(make('span', 'dossier-phone', person.number));
  }
  if (person.address) {
    line.append(make('span', 'dossier-address', person.address));
  }
  if (person.withheld) {
    line.append(make('span', 'dossier-quiet', person.withheld));
  }
  if (person.canDial && person.number) {
    const dial = make('a', 'dossier-dial btn btn-primary btn-sm', say.call);
    dial.href = 'tel:' + person.number.replace(/[^0-9+]/g, '');
    line.append(dial);
  } else if (person.canDial) {
    line.append(make('span', 'dossier-quiet', say.noNumber));
  }
  return make('div', '', line, askingOf(person.asking));
}

// Whoever may not know whom it is from can ask the custodian, with a reason.
function askingOf(asking) {
  if (!asking) {
    return null;
  }
  if (asking.state === 'ASKED') {
    return make('p', 'dossier-asking', say.asked);
  }
  if (asking.state === 'GRANTED') {
    return make('p', 'dossier-asking', told(say.granted, time(asking.until)));
  }
  const refused = asking.state === 'REFUSED' ? make('p', 'dossier-refused', told(say.refused, asking.reason)) : null;
  return make('div', 'dossier-asking', refused, askForm(asking.matter));
}

function askForm(matter) {
  const reason = make('textarea', '');
  reason.rows = 3;
  reason.maxLength = 2000;
  reason.required = true;
  reason.setAttribute('aria-label', say.askReason);
  reason.placeholder = say.askReason;
  const send = make('button', 'btn btn-default btn-sm', say.askSend);
  const failed = make('p', 'dossier-failed');
  const form = make('form', '', make('p', 'dossier-quiet', say.askLead), reason, failed, send);
  const fold = make('details', '', make('summary', '', say.ask), form);
  form.onsubmit = async event => {
    event.preventDefault();
    send.disabled = true;
    failed.textContent = '';
    try {
      const answer = await fetch(root + '/custody/api/requests', {
        method: 'POST',
        headers: {'Content-Type': 'application/json', Accept: 'application/json', ...token()},
        body: JSON.stringify({matter, reason: reason.value})
      });
      if (answer.ok) {
        fold.replaceWith(make('p', '', say.asked));
        return;
      }
      failed.textContent = answer.status === 422 ? say.askReason : say.askRefused;
    } catch (offline) {
      failed.textContent = say.failed;
    }
    send.disabled = false;
  };
  return fold;
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
    make('div', 'dossier-when', make('time', '', time(entry.at)), entry.round > 1 ? make('span', 'dossier-round', told(say.round, entry.round)) : null),
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

export function contentOf(dossier) {
  return [dossier.matter ? heading(dossier.matter) : null,
    dossier.person ? personOf(dossier) : null,
    nowOf(dossier),
    dossier.matter || dossier.person || dossier.timeline.length ? storyOf(dossier.timeline) : null,
    dossier.person ? earlierOf(dossier.earlier) : null].filter(Boolean);
}
