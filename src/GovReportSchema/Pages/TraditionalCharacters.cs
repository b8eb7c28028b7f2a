using System.Collections.Frozen;

namespace GovReportSchema.Pages;

/// <summary>
/// Traditional characters and their simplified forms: those that occur in the words of government forms. The framework has no such
/// table, and a whole one would be a thousand times the size for the same labels.
/// </summary>
internal static class TraditionalCharacters
{
    private const string Pairs =
        "開开於于請请況况數数據据關关係系為为與与總总計计業业構构會会組组織织務务機机結结轉转辦办屬属國国祕秘規规範范許许處处罰罚強强製制費费購购" +
        "採采額额項项決决訴诉訟讼復复複复議议維维糾纠經经審审繼继續续無无現现執执別别類类過过內内體体穩稳護护權权區区農农條条個个質质報报導导舉举" +
        "訪访該该確确認认獲获補补後后戶户產产員员單单萬万億亿達达專专門门題题問问進进實实際际張张縣县廳厅長长應应礙碍點点變变動动網网電电號号發发" +
        "佈布證证檢检測测場场運运營营價价險险環环監监標标準准黨党團团層层級级廢废職职聽听給给繳缴納纳齡龄減减並并來来時时間间見见從从隊队優优勢势" +
        "難难預预備备責责財财貨货貿贸資资賬账勞劳傷伤醫医藥药衛卫學学術术師师書书畫画圖图館馆檔档冊册歸归錄录歷历災灾滅灭橋桥車车軍军輔辅輸输鄉乡" +
        "鎮镇鐵铁銀银錢钱陽阳陰阴陳陈陸陆階阶隨随雙双雜杂離离靈灵靜静順顺須须領领頭头願愿風风騙骗驗验齊齐龍龙沒没僅仅偽伪傳传債债儀仪償偿儲储兩两" +
        "凍冻則则剛刚創创劃划勝胜匯汇協协參参啟启啓启喪丧圍围園园壓压壞坏獎奖奪夺婦妇孫孙寧宁寶宝將将對对爭争訂订訊讯記记設设評评詢询試试話话詳详" +
        "誤误說说課课調调談谈論论諮咨講讲識识譯译讀读讓让負负貢贡販贩貧贫貫贯買买貸贷貼贴貴贵賞赏賠赔賣卖贈赠適适遷迁選选遺遗還还邊边鄭郑鄰邻釋释" +
        "針针鋼钢錯错鎖锁鐘钟閉闭閱阅眾众佔占徵征餘余擴扩擔担掛挂損损換换擇择擊击擬拟攝摄敗败斷断暫暂曆历樓楼樣样樹树橫横殘残氣气淨净滿满漢汉潔洁" +
        "濟济濱滨灣湾熱热燈灯牆墙獨独療疗盜盗盡尽碼码礎础禮礼種种稅税積积競竞筆笔節节簡简簽签籌筹糧粮約约純纯紙纸細细終终絕绝統统綜综綠绿緊紧線线" +
        "編编緩缓練练縮缩績绩罷罢羅罗義义習习聯联聲声肅肃臨临興兴舊旧藝艺蘇苏虛虚裝装裏里親亲觀观觸触";

    private static readonly FrozenDictionary<char, char> s_simplified =
        Enumerable.Range(0, Pairs.Length / 2).ToFrozenDictionary(i => Pairs[2 * i], i => Pairs[(2 * i) + 1]);

    /// <summary>The simplified form of a character; the character itself where it has none.</summary>
    public static char Simplify(char character) => s_simplified.GetValueOrDefault(character, character);
}
