// A message centre that speaks SMPP 3.4 with another library than Minyi's, counts what it is given, and is as moody as it
// is told to be. Told by lines of JSON on its input, each answered by a line of JSON on its output.
'use strict';

const smpp = require('smpp');
const readline = require('readline');

const ACCOUNT = { system_id: 'minyi', password: 'secret' };
const TEMPORARY = 0x64;

const mood = { noAnswer: 0, throttle: 0, refuse: 0, reports: 'never', afterMillis: 5 };
const sessions = new Set();
const submitted = [];
let binds = 0;
let refusedBinds = 0;
let counter = 0;
let enquired = 0;
let undelivered = 0;
let again = 0;

// Each tenth, each fifth: what is asked for and not by chance, so that two runs are alike.
let drawn = 0;
function oneIn(share) {
  if (!share) {
    return false;
  }
  drawn += 1;
  return drawn % Math.round(1 / share) === 0;
}

function bound(session, pdu) {
  if (pdu.system_id !== ACCOUNT.system_id || pdu.password !== ACCOUNT.password) {
    refusedBinds += 1;
    session.send(pdu.response({ command_status: smpp.ESME_RBINDFAIL }));
    session.close();
    return;
  }
  binds += 1;
  session.send(pdu.response({ system_id: 'smsc' }));
  sessions.add(session);
  session.on('submit_sm', (sms) => take(session, sms));
  session.on('unbind', (leaving) => {
    session.send(leaving.response());
    sessions.delete(session);
    session.close();
  });
}

function raw(message) {
  const udh = message.udh ? (Array.isArray(message.udh) ? Buffer.concat(message.udh) : message.udh) : Buffer.alloc(0);
  const text = message.message === undefined ? message : message.message;
  return { udh: udh.toString('hex'), text: typeof text === 'string' ? text : Buffer.from(text).toString('hex') };
}

function take(session, sms) {
  if (mood.throttle > 0) {
    mood.throttle -= 1;
    session.send(sms.response({ command_status: smpp.ESME_RTHROTTLED }));
    return;
  }
  if (mood.refuse) {
    session.send(sms.response({ command_status: mood.refuse }));
    return;
  }
  counter += 1;
  const id = 'm' + counter.toString(16);
  const said = raw(sms.short_message);
  submitted.push({
    id,
    from: sms.source_addr,
    to: sms.destination_addr,
    coding: sms.data_coding,
    esm: sms.esm_class,
    receipt: sms.registered_delivery,
    udh: said.udh,
    text: said.text,
  });
  const answer = () => {
    if (!oneIn(mood.noAnswer)) {
      session.send(sms.response({ message_id: id }));
    }
  };
  const kind = mood.reports === 'chaos' ? ['good', 'twice', 'first', 'never', 'good'][counter % 5] : mood.reports;
  if (kind === 'first') {
    report(id, sms, 'DELIVRD');
    setTimeout(answer, 20);
    return;
  }
  answer();
  if (kind !== 'never') {
    setTimeout(() => report(id, sms, 'DELIVRD'), mood.afterMillis);
  }
  if (kind === 'twice') {
    setTimeout(() => report(id, sms, 'DELIVRD'), mood.afterMillis + 10);
  }
}

function report(id, sms, state) {
  deliver({
    source_addr: sms.destination_addr,
    destination_addr: sms.source_addr,
    esm_class: 0x04,
    short_message: `id:${id} sub:001 dlvrd:001 submit date:2611290900 done date:2611290901 stat:${state} err:000 text:`,
  });
}

// Until it is acknowledged, over whatever session there is: a link that is cut before it answers gets it again.
function deliver(pdu, done) {
  const session = [...sessions].pop();
  if (!session) {
    setTimeout(() => deliver(pdu, done), 100);
    return;
  }
  let over = false;
  undelivered += 1;
  const end = () => {
    over = true;
    undelivered -= 1;
    session.removeListener('close', lost);
  };
  const lost = () => {
    if (!over) {
      end();
      again += 1;
      setTimeout(() => deliver(pdu, done), 50);
    }
  };
  session.once('close', lost);
  session.deliver_sm(pdu, (answer) => {
    if (over) {
      return;
    }
    end();
    if (answer.command_status === TEMPORARY) {
      setTimeout(() => deliver(pdu, done), 200);
    } else if (done) {
      done(answer.command_status);
    }
  });
}

const server = smpp.createServer({}, (session) => {
  session.setMaxListeners(0);
  session.on('bind_transceiver', (pdu) => bound(session, pdu));
  session.on('enquire_link', (pdu) => {
    enquired += 1;
    session.send(pdu.response());
  });
  session.on('close', () => sessions.delete(session));
  session.on('error', () => sessions.delete(session));
});

function cutAll() {
  sessions.forEach((session) => session.destroy());
  sessions.clear();
}

function say(what) {
  process.stdout.write(JSON.stringify(what) + '\n');
}

const commands = {
  mood(told) {
    Object.assign(mood, told.mood);
    say({});
  },
  // Everything a test sends raw: the text as hexadecimal, with or without a header.
  deliver(told) {
    const message = { message: Buffer.from(told.text, 'hex') };
    if (told.udh) {
      message.udh = Buffer.from(told.udh, 'hex');
    }
    const pdu = {
      source_addr: told.from,
      destination_addr: told.to,
      esm_class: (told.esm || 0) | (told.udh ? 0x40 : 0),
      data_coding: told.coding,
      short_message: message,
      ...(told.more || {}),
    };
    deliver(pdu, (status) => say({ status }));
  },
  // Many at once, so many in flight; the link is cut so often while they are. Some are brought again although they were
  // acknowledged.
  deliverAll(told) {
    const queue = told.messages.flatMap((one) => (one.twice ? [one, one] : [one]));
    const every = Math.floor(queue.length / (told.cuts + 1));
    const before = again;
    const statuses = {};
    let begun = 0;
    let done = 0;
    const next = () => {
      const one = queue[begun];
      begun += 1;
      deliver(
        {
          source_addr: one.from,
          destination_addr: one.to,
          data_coding: 8,
          short_message: { message: Buffer.from(one.text, 'utf16le').swap16() },
        },
        (status) => {
          statuses[status] = (statuses[status] || 0) + 1;
          done += 1;
          if (begun < queue.length) {
            next();
          } else if (done === queue.length) {
            say({ statuses, again: again - before });
          }
        },
      );
      if (told.cuts && begun % every === 0 && begun / every <= told.cuts) {
        cutAll();
      }
    };
    for (let lane = 0; lane < Math.min(told.inFlight, queue.length); lane += 1) {
      next();
    }
  },
  report(told) {
    const sms = submitted.find((one) => one.id === told.id);
    deliver(
      {
        source_addr: sms.to,
        destination_addr: sms.from,
        esm_class: 0x04,
        short_message: `id:${sms.id} stat:${told.state} err:000`,
      },
      (status) => say({ status }),
    );
  },
  forget() {
    submitted.length = 0;
    drawn = 0;
    say({});
  },
  cut() {
    cutAll();
    say({});
  },
  submitted() {
    say({ submitted });
  },
  counts() {
    say({ binds, refusedBinds, enquired, submitted: submitted.length, sessions: sessions.size, undelivered });
  },
};

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const told = JSON.parse(line);
  commands[told.do](told);
}).on('close', () => process.exit(0));

server.listen(Number(process.argv[2] || 0), '127.0.0.1', function () {
  const address = (server.address ? server : this).address();
  say({ port: address.port });
});
