namespace Duban.Domain.Documents;

/// <summary>Traditional characters and their simplified twins, as far as headings, units, days and levels need them: 責任單位 is 责任单位.</summary>
internal static class TraditionalForms
{
    private const char First = '\u4E00', Last = '\u9FFF';

    // A character stands before its twin; those with more than one twin in use, such as 乾, are left as they are.
    private const string Pairs =
        "責责單单問问題题隱隐級级時时間间號号編编類类處处員员領领導导隊队協协辦办聯联繫系電电話话進进狀状態态況况銷销驗验審审備备註注來来發发現现檢检經经緯纬標标點点區区縣县鄉乡鎮镇衛卫環环應应總总計计項项內内說说據据屬属資资業业機机關关圍围災灾設设" +
        "築筑場场廠厂礦矿產产園园開开濟济術术國国東东陽阳陰阴濱滨灣湾嶽岳暉晖陸陆貳贰參叁長长後后達达續续繼继堅坚兩两門门務务議议調调證证護护觀观規规劃划劉刘財财貨货費费質质負负貴贵買买購购賬账帳账車车輛辆軌轨輸输轉转農农過过運运遠远適适遲迟選选還还" +
        "邊边郵邮醫医釋释鋼钢錄录錯错鐵铁險险陳陈際际隨随雜杂離离難难雲云靈灵靜静頂顶順顺預预頭头頻频顧顾風风飛飞飲饮館馆駐驻魚鱼龍龙齊齐黃黄黨党礎础確确禮礼種种稅税積积穩稳窪洼競竞筆笔節节範范簽签糧粮紅红約约納纳紙纸細细終终組组結结給给統统絕绝綜综" +
        "綠绿維维網网緊紧線线練练縮缩績绩織织繪绘罰罚習习聖圣聞闻聲声職职聽听肅肃脫脱臨临舉举舊旧華华萬万葉叶蓋盖藝艺藥药蘇苏蘭兰虛虚補补裝装製制複复見见視视親亲覺觉覽览訂订討讨訓训記记訪访許许訴诉診诊評评詞词試试詳详誌志認认語语誤误課课請请論论諮咨" +
        "識识譯译讓让豐丰貫贯衝冲營营爐炉獎奖獲获獨独濕湿溫温湧涌滿满漢汉潔洁潛潜熱热燈灯樓楼樣样橋桥權权檔档歲岁歷历歸归殘残殼壳毀毁氣气決决沒没涼凉減减測测準准漁渔棄弃構构極极樹树橫横擔担擴扩攝摄攔拦敗败數数斷断晉晋暫暂書书會会條条幾几庫库廣广廢废" +
        "廳厅張张強强彈弹彎弯彙汇匯汇徑径從从復复徵征愛爱憑凭慶庆戰战戶户拋抛掃扫採采換换損损搖摇撥拨撫抚擊击擋挡報报壓压壞坏壇坛壩坝牆墙墻墙奪夺婦妇學学寧宁實实寫写寬宽對对專专將将尋寻層层島岛峽峡崗岗嶺岭師师帶带徹彻惡恶勞劳動动勢势勵励卻却厲厉雙双" +
        "變变吳吴呂吕啟启喬乔嚴严囑嘱團团圖图圓圆執执塊块墜坠塵尘墊垫夾夹奧奥孫孙宮宫屆届屢屡巖岩幣币幫帮並并係系個个們们倉仓偽伪側侧偵侦傑杰傳传債债傷伤傾倾僅仅價价儀仪億亿優优儲储兒儿凍冻劇剧劑剂創创別别刪删剛刚勝胜臺台裡里裏里於于為为爲为與与無无" +
        "麗丽閉闭閘闸閥阀閣阁閱阅陣阵鎖锁鍋锅鏈链鐘钟鑽钻鋪铺銅铜鉛铅鉻铬錳锰鋅锌鎘镉汙污滅灭煙烟淺浅溝沟滲渗滯滞漲涨濾滤灑洒灘滩礙碍稱称絡络綱纲繩绳擇择澤泽遷迁遺遗遞递週周";

    private static readonly char[] Twins = Table();

    /// <summary>The simplified twin, or the character itself.</summary>
    internal static char Simplified(char c) => c is >= First and <= Last ? Twins[c - First] : c;

    private static char[] Table()
    {
        var twins = new char[Last - First + 1];
        for (var i = 0; i < twins.Length; i++) twins[i] = (char)(First + i);
        for (var i = 0; i < Pairs.Length; i += 2) twins[Pairs[i] - First] = Pairs[i + 1];
        return twins;
    }
}
