// A call that somebody has just picked up: its form opens by itself where no task is open, and by one click where one is.
import words from './hotline-words-0.1.0.js';

const appRoot = document.querySelector('base').getAttribute('app-root') || '/camunda';
const api = appRoot.replace(/\/camunda$/, '') + '/hotline/api/call';
const say = words[navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'];
const EVERY = 2000;

let told = null;
let watching = false;

const taskInAddress = () => (/[?&]task=([^&]+)/.exec(location.hash) || [])[1];

function open(task) {
  document.getElementById('hotline-call')?.remove();
  location.hash = '#/?task=' + encodeURIComponent(task);
}

function hang(call) {
  const banner = document.createElement('p');
  banner.id = 'hotline-call';
  banner.setAttribute('role', 'alert');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-primary btn-sm';
  button.textContent = say.open;
  button.onclick = () => open(call.task);
  banner.append(call.confidential ? say.confidential : say.call, ' ', button);
  document.body.append(banner);
}

function tell(call) {
  if (call && call.task === told) {
    return;
  }
  document.getElementById('hotline-call')?.remove();
  told = call ? call.task : null;
  if (call && taskInAddress() !== call.task) {
    // What somebody is writing is not taken from before their eyes.
    taskInAddress() ? hang(call) : open(call.task);
  }
}

async function look() {
  const answer = await fetch(api, {headers: {Accept: 'application/json'}, credentials: 'same-origin'}).catch(() => null);
  if (answer && answer.ok) {
    const line = await answer.json();
    tell(line.task || null);
    // Without an exchange there is nothing to wait for.
    if (!line.connected) {
      return;
    }
  }
  setTimeout(look, EVERY);
}

export default {
  id: 'minyi-hotline',
  pluginPoint: 'tasklist.header',
  priority: 0,
  render() {
    if (!watching) {
      watching = true;
      look();
    }
  }
};
