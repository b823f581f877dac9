// Everything the page of the matters says. Plain JSON after "export default": a test reads it and compares the languages.
export default {
  "en": {
    "title": "Matters",
    "lead": "Every matter you may see, latest first.",
    "tasklist": "Tasklist",
    "number": "Number",
    "search": "Find",
    "open": "Open",
    "closed": "Closed",
    "all": "All",
    "more": "Earlier ones",
    "noneTitle": "No matter to show.",
    "noneLead": "As soon as a matter reaches you or a unit below you, it stands here. With a number typed above: no such matter is yours to see.",
    "noneDoor": "To Tasklist",
    "loginTitle": "Nobody is logged in.",
    "loginLead": "Log in, and come back here.",
    "loginDoor": "Log in",
    "choose": "Choose a matter to read its dossier.",
    "failed": "The server does not answer. This page tries again by itself.",
    "gone": "This matter is not yours to see any more."
  },
  "zh": {
    "title": "诉求",
    "lead": "您有权查看的全部诉求，最新的在前。",
    "tasklist": "任务列表",
    "number": "编号",
    "search": "查找",
    "open": "办理中",
    "closed": "已办结",
    "all": "全部",
    "more": "更早的诉求",
    "noneTitle": "没有可显示的诉求。",
    "noneLead": "诉求流转到您或您下属单位后会显示在这里。如已输入编号：没有您有权查看的该编号诉求。",
    "noneDoor": "前往任务列表",
    "loginTitle": "尚未登录。",
    "loginLead": "请登录后返回本页。",
    "loginDoor": "登录",
    "choose": "选择一件诉求以查看卷宗。",
    "failed": "服务器没有响应，本页会自动重试。",
    "gone": "您已无权查看这件诉求。"
  }
};
