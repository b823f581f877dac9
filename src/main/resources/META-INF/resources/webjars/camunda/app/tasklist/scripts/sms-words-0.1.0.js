// What the banner of a silent operator says. Plain JSON after "export default": a test reads it and compares the languages.
export default {
  "en": {
    "silent": "An SMS operator no longer tells what becomes of messages ({0}): whether citizens were reached is not known.",
    "door": "Open the links"
  },
  "zh": {
    "silent": "短信运营商已停止回报发送结果（{0}）：暂时无法知道群众是否收到。",
    "door": "打开短信通道"
  }
};
