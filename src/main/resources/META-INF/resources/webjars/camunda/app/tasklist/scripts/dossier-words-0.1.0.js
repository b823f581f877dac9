// What the dossier says by itself; everything else in it arrives from the server in the reader's language.
// Plain JSON after "export default": a test reads it and compares the languages.
export default {
  "en": {
    "dossier": "Dossier",
    "loading": "Fetching the dossier…",
    "failed": "The dossier could not be fetched.",
    "again": "Try again",
    "refresh": "Refresh",
    "none": "This task has no dossier.",
    "call": "Call",
    "minor": "under age",
    "noNumber": "no number known",
    "now": "In hand",
    "nobody": "nobody has claimed it yet",
    "due": "Due",
    "overdue": "Overdue since",
    "why": "Why this deadline",
    "allowed": "Allowed",
    "story": "The story so far",
    "nothing": "Nothing has happened yet.",
    "round": "Round {0}",
    "earlier": "Earlier matters",
    "noEarlier": "No earlier matter of this person."
  },
  "zh": {
    "dossier": "卷宗",
    "loading": "正在读取卷宗…",
    "failed": "卷宗读取失败。",
    "again": "重试",
    "refresh": "刷新",
    "none": "本任务没有卷宗。",
    "call": "拨打",
    "minor": "未成年人",
    "noNumber": "没有电话号码",
    "now": "当前办理",
    "nobody": "尚无人认领",
    "due": "期限",
    "overdue": "已逾期，期限为",
    "why": "期限依据",
    "allowed": "办理时限",
    "story": "经过",
    "nothing": "尚无记录。",
    "round": "第{0}轮",
    "earlier": "以往诉求",
    "noEarlier": "此人没有以往诉求。"
  }
};
