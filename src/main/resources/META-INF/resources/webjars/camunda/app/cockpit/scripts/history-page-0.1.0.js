// The page: a search and what it finds, or one instance. Which of them, the address tells.
import {ask, cell, duration, make, nothing, row, say, table, time, word, address} from './history-say-0.1.0.js';
import {story} from './history-story-0.1.0.js';

const FIELDS = ['number', 'process', 'unit', 'officer', 'step', 'state', 'outcome', 'startedFrom', 'startedTo', 'endedFrom', 'endedTo'];

function inAddress() {
  return new URLSearchParams(location.hash.split('?')[1] || '');
}

function labelled(name, control) {
  control.name = name;
  return make('label', 'minyi-field minyi-field-' + name, make('span', '', say.fields[name]), control);
}

function input(type, placeholder) {
  const element = make('input', 'form-control');
  element.type = type;
  if (placeholder) {
    element.placeholder = placeholder;
  }
  return element;
}

function option(value, text) {
  const element = make('option', '', text);
  element.value = value;
  return element;
}

function select(...options) {
  return make('select', 'form-control', option('', say.any), ...options);
}

/** Steps and ends, under the process they belong to. */
function grouped(processes, of) {
  return processes.filter(process => process[of].length > 0).map(process => {
    const group = make('optgroup', '', ...process[of].map(one => option(one.id, one.name)));
    group.label = word('processes', process.id) === process.id ? process.name : word('processes', process.id);
    return group;
  });
}

function form(choices, asked) {
  const units = make('datalist', '', ...choices.units.map(unit => option(unit.name, unit.code)));
  units.id = 'minyi-history-units';
  const unit = input('search', say.unitHint);
  unit.setAttribute('list', units.id);
  const controls = [
    labelled('number', input('search', '2026-000123')),
    labelled('process', select(...choices.processes.map(process =>
      option(process.id, word('processes', process.id) === process.id ? process.name : word('processes', process.id))))),
    labelled('unit', unit),
    labelled('officer', input('search', say.officerHint)),
    labelled('step', select(...grouped(choices.processes, 'steps'))),
    labelled('state', select(option('RUNNING', say.running), option('ENDED', say.ended))),
    labelled('outcome', select(...grouped(choices.processes, 'outcomes'))),
    labelled('startedFrom', input('date')), labelled('startedTo', input('date')),
    labelled('endedFrom', input('date')), labelled('endedTo', input('date'))];
  const search = make('button', 'btn btn-primary', say.search);
  const clear = make('a', 'btn btn-default', say.clear);
  clear.href = '#/history';
  const element = make('form', 'minyi-search', ...controls, units, make('div', 'minyi-buttons', search, clear));
  FIELDS.forEach(name => {
    element.elements[name].value = asked.get(name) || '';
  });
  element.addEventListener('submit', event => {
    event.preventDefault();
    const wanted = new URLSearchParams();
    FIELDS.forEach(name => {
      if (element.elements[name].value.trim()) {
        wanted.set(name, element.elements[name].value.trim());
      }
    });
    const next = '#/history' + (wanted.toString() ? '?' + wanted : '');
    if (next === location.hash) {
      element.dispatchEvent(new Event('again'));
    } else {
      location.hash = next;
    }
  });
  return element;
}

function found(instance) {
  const link = make('a', '', instance.number || say.noMatter);
  link.href = '#/history?instance=' + encodeURIComponent(instance.id);
  const name = word('processes', instance.process) === instance.process ? instance.name : word('processes', instance.process);
  return row(
    cell(link, instance.title ? make('div', 'minyi-title', instance.title) : null),
    cell(name, instance.version ? make('span', 'minyi-quiet', ' v' + instance.version) : null),
    cell(instance.unit || ''),
    cell(time(instance.startedAt)),
    cell(time(instance.endedAt)),
    cell(duration(instance.seconds)),
    cell(make('span', instance.endedAt ? 'minyi-chip' : 'minyi-chip minyi-running', instance.outcome || word('states', instance.state))));
}

function exports(asked) {
  return make('div', 'minyi-exports', say.save, ...['xlsx', 'csv'].map(format => {
    const link = make('a', 'btn btn-default btn-sm', format.toUpperCase());
    link.href = address('/instances.' + format) + (asked.toString() ? '?' + asked : '');
    link.setAttribute('download', '');
    return link;
  }));
}

async function results(node, asked) {
  node.replaceChildren(nothing(say.looking));
  const body = make('tbody', '');
  const more = make('button', 'btn btn-default minyi-more', say.more);
  let after = null;
  const next = async () => {
    more.disabled = true;
    const query = new URLSearchParams(asked);
    if (after) {
      query.set('after', after);
    }
    const page = await ask('/instances?' + query);
    body.append(...page.instances.map(found));
    after = page.next;
    more.hidden = !after;
    more.disabled = false;
  };
  await next();
  if (body.children.length === 0) {
    node.replaceChildren(nothing(say.nothingFound));
    return;
  }
  const list = table('minyi-found', [say.fields.number, say.fields.process, say.fields.unit, say.started, say.endedAt, say.took, say.fields.outcome], []);
  list.querySelector('tbody').replaceWith(body);
  more.addEventListener('click', () => next().catch(wrong => more.replaceWith(nothing(wrong.message))));
  node.replaceChildren(exports(asked), list, more);
}

export async function page(node) {
  const frame = make('div', 'minyi-history');
  node.replaceChildren(frame);
  document.title = 'Minyi | ' + say.history;
  const asked = inAddress();
  try {
    if (asked.get('instance')) {
      await story(frame, asked.get('instance'));
      return;
    }
    const choices = await ask('/choices');
    const list = make('section', 'minyi-results');
    const search = form(choices, asked);
    search.addEventListener('again', () => results(list, asked));
    frame.append(make('h3', '', say.title), search, list);
    await results(list, asked);
  } catch (wrong) {
    frame.append(nothing(wrong.message));
  }
}
