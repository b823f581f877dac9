package org.minyi.demonstration;

/** Invented names, readable in both scripts; the same number always has the same name. */
final class PeoplesNames {

    private static final String[][] FAMILIES = {
        {"Wang", "王"}, {"Li", "李"}, {"Zhang", "张"}, {"Liu", "刘"}, {"Chen", "陈"}, {"Yang", "杨"},
        {"Zhao", "赵"}, {"Huang", "黄"}, {"Zhou", "周"}, {"Wu", "吴"}, {"Xu", "徐"}, {"Sun", "孙"},
        {"Hu", "胡"}, {"Zhu", "朱"}, {"Gao", "高"}, {"Lin", "林"}, {"He", "何"}, {"Guo", "郭"},
        {"Ma", "马"}, {"Luo", "罗"}, {"Liang", "梁"}, {"Song", "宋"}, {"Zheng", "郑"}, {"Xie", "谢"}
    };

    private static final String[][] GIVEN = {
        {"Lei", "磊"}, {"Min", "敏"}, {"Jing", "静"}, {"Qiang", "强"}, {"Fang", "芳"}, {"Jun", "军"},
        {"Yan", "燕"}, {"Tao", "涛"}, {"Ping", "萍"}, {"Hui", "慧"}, {"Gang", "刚"}, {"Na", "娜"},
        {"Bin", "斌"}, {"Juan", "娟"}, {"Peng", "鹏"}, {"Xia", "霞"}, {"Chao", "超"}, {"Lan", "兰"},
        {"Hao", "浩"}, {"Ting", "婷"}, {"Wei", "伟"}, {"Xue", "雪"}, {"Jie", "杰"}, {"Yun", "云"},
        {"Bo", "波"}, {"Qin", "琴"}, {"Ning", "宁"}, {"Rui", "瑞"}, {"Kai", "凯"}, {"Shan", "珊"},
        {"Feng", "峰"}
    };

    /** How many different names there are. */
    static final int COUNT = FAMILIES.length * GIVEN.length;

    private PeoplesNames() {}

    static String of(int number) {
        var family = FAMILIES[number % FAMILIES.length];
        var given = GIVEN[(number + number / FAMILIES.length) % GIVEN.length];
        return "%s %s %s%s".formatted(family[0], given[0], family[1], given[1]);
    }
}
