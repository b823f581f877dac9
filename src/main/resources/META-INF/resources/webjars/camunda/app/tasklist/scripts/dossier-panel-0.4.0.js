// The dossier: docked beside the form of the task that is open, with the whole story of the matter.
import {contentOf, make, say} from '../../../../board/dossier-0.3.0.js';

const appRoot = document.querySelector('base').getAttribute('app-root') || '/camunda';
const api = appRoot.replace(/\/camunda$/, '') + '/dossier/api/tasks/';

function taskInAddress() {
  const match = /[?&]task=([^&]+)/.exec(location.hash + location.search);
  return match ? decodeURIComponent(match[1]) : null;
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
    this.panel.addEventListener('dossier-changed', () => this.refresh());
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

  // The story goes on while somebody reads: what they have before them stays where it is.
  async refresh() {
    const task = this.task;
    const story = (await this.fetch(task)).at(-2);
    const shown = this.body.querySelector('.dossier-timeline')?.parentElement;
    if (this.task === task && shown && story) {
      shown.replaceWith(story);
    }
  }

  async fetch(task) {
    try {
      const answer = await fetch(api + encodeURIComponent(task), {headers: {Accept: 'application/json'}, credentials: 'same-origin'});
      if (answer.status === 404) {
        return [make('p', 'dossier-quiet', say.none)];
      }
      if (answer.ok) {
        return contentOf(await answer.json(), task);
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
