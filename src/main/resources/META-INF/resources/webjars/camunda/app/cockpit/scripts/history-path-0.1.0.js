// The way an instance took, drawn on the drawing it went by.
import {ask, duration, make, nothing, root, say, time, told} from './history-say-0.1.0.js';

const VIEWER = root + '/webjars/bpmn-js/8.0.0/dist/';

let viewer = null;

/** Loaded once, and only by whoever looks at an instance. It is a plain script: a loader of modules must not take it. */
function load() {
  viewer ||= new Promise((done, failed) => {
    const style = make('link', '');
    style.rel = 'stylesheet';
    style.href = VIEWER + 'assets/diagram-js.css';
    const script = make('script', '');
    const define = window.define;
    window.define = undefined;
    script.src = VIEWER + 'bpmn-navigated-viewer.production.min.js';
    script.onload = () => {
      window.define = define;
      done(window.BpmnJS);
    };
    script.onerror = () => {
      window.define = define;
      viewer = null;
      failed(new Error(say.noDrawing));
    };
    document.head.append(style, script);
  });
  return viewer;
}

function visit(step, people) {
  return make('li', '', time(step.startedAt, true) + (step.endedAt ? ' – ' + time(step.endedAt, true) : ''),
    make('span', 'minyi-quiet', step.endedAt ? ' ' + duration(step.seconds) : ' ' + say.stillThere),
    step.cancelled ? make('span', 'minyi-quiet', ' · ' + say.cancelled) : null,
    step.who ? ' · ' + (people[step.who] || step.who) : null);
}

/** What was when, beside the pointer. */
function tips(canvas, drawing, whole) {
  const tip = make('div', 'minyi-tip');
  tip.hidden = true;
  canvas.append(tip);
  const names = new Map(whole.places.map(place => [place.id, place.name || place.id]));
  const arrows = new Map(whole.arrows.map(arrow => [arrow.id, arrow]));
  drawing.on('element.hover', ({element, originalEvent}) => {
    const steps = whole.steps.filter(step => step.id === element.id);
    const arrow = arrows.get(element.id);
    if (steps.length === 0 && !(arrow && arrow.guessed)) {
      tip.hidden = true;
      return;
    }
    tip.replaceChildren(steps.length ? make('strong', '', names.get(element.id)) : say.guess,
      make('ol', '', ...steps.slice(0, 12).map(step => visit(step, whole.people))),
      steps.length > 12 ? told(say.andMore, steps.length - 12) : '');
    tip.hidden = false;
    const frame = canvas.getBoundingClientRect();
    const at = originalEvent.target.getBoundingClientRect();
    tip.style.left = Math.max(0, Math.min(at.left - frame.left, frame.width - tip.offsetWidth - 8)) + 'px';
    const under = at.bottom - frame.top + 6;
    tip.style.top = (under + tip.offsetHeight > frame.height ? Math.max(0, at.top - frame.top - tip.offsetHeight - 6) : under) + 'px';
  });
  drawing.on('element.out', () => {
    tip.hidden = true;
  });
}

function mark(drawing, whole) {
  const canvas = drawing.get('canvas');
  const overlays = drawing.get('overlays');
  const known = drawing.get('elementRegistry');
  whole.arrows.filter(arrow => known.get(arrow.id)).forEach(arrow =>
    canvas.addMarker(arrow.id, arrow.guessed ? 'minyi-guessed' : 'minyi-taken'));
  whole.places.filter(place => known.get(place.id)).forEach(place => {
    canvas.addMarker(place.id, place.active ? 'minyi-active' : place.end ? 'minyi-reached' : 'minyi-visited');
    if (place.times > 1) {
      overlays.add(place.id, {position: {top: -10, right: 14}, scale: {min: 0.7, max: 1.2}, html: make('span', 'minyi-times', '×' + place.times)});
    }
  });
}

/** As high as the drawing needs at the page's width, so that it is as large as it can be. */
function fit(drawing, canvas) {
  const inner = drawing.get('canvas').viewbox().inner;
  canvas.style.height = Math.max(260, Math.min(620, canvas.clientWidth * inner.height / inner.width + 100)) + 'px';
  drawing.get('canvas').resized();
  drawing.get('canvas').zoom('fit-viewport', 'auto');
}

function zooms(drawing) {
  const button = (text, title, step) => {
    const element = make('button', 'btn btn-default btn-sm', text);
    element.title = title;
    element.addEventListener('click', () => step ? drawing.get('zoomScroll').stepZoom(step)
      : drawing.get('canvas').zoom('fit-viewport', 'auto'));
    return element;
  };
  return make('div', 'minyi-zoom', button('+', say.larger, 2), button('−', say.smaller, -2), button('⤢', say.whole));
}

function legend(whole) {
  const entries = [['minyi-key-visited', say.visited], ['minyi-key-active', say.active], ['minyi-key-reached', say.reached]];
  if (whole.arrows.some(arrow => arrow.guessed)) {
    entries.push(['minyi-key-guessed', say.guess]);
  }
  return make('ul', 'minyi-legend', ...entries.map(([key, text]) => make('li', '', make('i', key), text)));
}

export async function path(node, whole) {
  const canvas = make('div', 'minyi-canvas');
  node.append(canvas, legend(whole));
  try {
    const [Viewer, source] = await Promise.all([load(),
      ask('/instances/' + encodeURIComponent(whole.head.id) + '/drawing', 'application/xml')]);
    const drawing = new Viewer({container: canvas});
    await drawing.importXML(source);
    fit(drawing, canvas);
    canvas.append(zooms(drawing));
    mark(drawing, whole);
    tips(canvas, drawing, whole);
  } catch (wrong) {
    canvas.replaceChildren(nothing(wrong.message || say.noDrawing));
  }
}
