// Signs and checks a message with the reference library of Standard Webhooks.
// node webhooks.js sign|verify MODULES SECRET ID BODY [TIMESTAMP SIGNATURE]; prints the headers, or whether it is genuine.
const [what, modules, secret, id, body, timestamp, signature] = process.argv.slice(2);
const {Webhook} = require(`${modules}/standardwebhooks`);

const hook = new Webhook(secret);
if (what === 'sign') {
  const now = new Date();
  console.log(`${Math.floor(now.getTime() / 1000)}|${hook.sign(id, now, body)}`);
} else {
  try {
    hook.verify(body, {'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature});
    console.log('genuine');
  } catch (refused) {
    console.log(`refused: ${refused.message}`);
  }
}
