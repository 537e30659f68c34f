// Writes the table behind src/base/pinyin.cpp: readings without tone of every Chinese character,
// and the surnames that are read in their own way.
//   node pinyin_table.mjs OUT.cpp [FOLDER of Unihan_Readings.txt.bz2]
// npm's pinyin-pro knows which reading of a character names use; Unihan (Debian package
// unicode-data) speaks where it is silent, above all beyond the basic plane: kMandarin, else the
// reading of the character that this one is a variant of (𠮷 as 吉).
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { pinyin } from "pinyin-pro";

const [out, unihan = "/usr/share/unicode"] = process.argv.slice(2);

// Characters of which pinyin-pro gives a reading that names do not use.
const nameReadings = { 嚣: "xiao", 溱: "qin", 傀: "kui", 牟: "mou" };

// Surnames that pinyin-pro reads as the words are read.
const furtherSurnames = { 种: "chong", 黑: "he", 祭: "zhai", 秘: "bi", 乜: "nie", 召: "shao" };

// Compound surnames; those that are read as their characters are read need no entry and are
// dropped below.
const compoundSurnames = {
  万俟: "mo qi", 尉迟: "yu chi", 长孙: "zhang sun", 单于: "chan yu", 澹台: "tan tai", 令狐: "ling hu",
  宰父: "zai fu", 鲜于: "xian yu", 亓官: "qi guan", 闾丘: "lv qiu", 濮阳: "pu yang", 呼延: "hu yan",
  夏侯: "xia hou", 皇甫: "huang fu", 仲孙: "zhong sun", 公孙: "gong sun", 轩辕: "xuan yuan",
  钟离: "zhong li", 宇文: "yu wen", 慕容: "mu rong", 司徒: "si tu", 司空: "si kong", 司马: "si ma",
  上官: "shang guan", 欧阳: "ou yang", 诸葛: "zhu ge", 闻人: "wen ren", 东方: "dong fang",
  赫连: "he lian", 公羊: "gong yang", 公冶: "gong ye", 宗政: "zong zheng", 淳于: "chun yu",
  太叔: "tai shu", 申屠: "shen tu", 独孤: "du gu", 南宫: "nan gong", 西门: "xi men", 百里: "bai li",
  端木: "duan mu", 漆雕: "qi diao", 乐正: "yue zheng", 壤驷: "rang si", 公良: "gong liang",
  拓跋: "tuo ba", 夹谷: "jia gu", 谷梁: "gu liang", 段干: "duan gan", 东郭: "dong guo", 微生: "wei sheng",
  羊舌: "yang she", 梁丘: "liang qiu", 左丘: "zuo qiu", 第五: "di wu", 完颜: "wan yan", 纳兰: "na lan",
};

// "lǚ" → "lv", "xiè" → "xie"; ê and syllabic m, n, ng stay letters.
function withoutTone(reading) {
  return reading.normalize("NFD").replace(/u\u0308/g, "v").replace(/[\u0300-\u036f]/g, "").replace(/ü/g, "v");
}

// Calls take(codePoint, field, value) for each line of a Unihan file.
function readUnihan(file, take) {
  const text = execFileSync("bzip2", ["-dc", `${unihan}/${file}`], { maxBuffer: 1 << 28 }).toString();
  for (const line of text.split("\n")) {
    const found = /^U\+([0-9A-F]+)\t(\w+)\t(\S+)/.exec(line);
    if (found) take(parseInt(found[1], 16), found[2], found[3]);
  }
}

function unihanReadings() {
  const readings = new Map();
  readUnihan("Unihan_Readings.txt.bz2", (codePoint, field, value) => {
    if (field === "kMandarin") readings.set(codePoint, withoutTone(value));
  });
  // The most telling kind of variant first.
  const kinds = ["kZVariant", "kSemanticVariant", "kTraditionalVariant", "kSimplifiedVariant", "kSpoofingVariant"];
  const variants = kinds.map(() => []);
  readUnihan("Unihan_Variants.txt.bz2", (codePoint, field, value) => {
    const other = /^U\+([0-9A-F]+)/.exec(value);
    if (kinds.includes(field)) variants[kinds.indexOf(field)].push([codePoint, parseInt(other[1], 16)]);
  });
  const known = new Map(readings);
  for (const [codePoint, other] of variants.flat()) {
    if (!readings.has(codePoint) && known.has(other)) readings.set(codePoint, known.get(other));
  }
  return readings;
}

const options = { toneType: "none", v: true, type: "array" };
const isSyllable = (text) => /^[a-z]+$/.test(text ?? "");

const readings = unihanReadings();
if (readings.size < 40000) throw new Error(`${unihan} gave only ${readings.size} readings`);
const surnames = new Map();
for (const [codePoint, fallback] of [...readings]) {
  const character = String.fromCodePoint(codePoint);
  const usual = pinyin(character, options)[0];
  const reading = nameReadings[character] ?? (isSyllable(usual) ? usual : fallback);
  if (!isSyllable(reading)) throw new Error(`no syllable for ${character}: ${reading}`);
  readings.set(codePoint, reading);
  const asSurname = pinyin(character, { ...options, surname: "head" })[0];
  const surname = furtherSurnames[character] ?? (isSyllable(asSurname) ? asSurname : reading);
  if (surname !== reading) surnames.set(character, [surname]);
}
for (const [surname, text] of Object.entries(compoundSurnames)) {
  const syllables = text.split(" ");
  const plain = [...surname].map((c) => readings.get(c.codePointAt(0)));
  // The first character alone may have a surname reading of its own, so it is compared with that.
  const first = surnames.get([...surname][0])?.[0] ?? plain[0];
  if (first !== syllables[0] || plain[1] !== syllables[1]) surnames.set(surname, syllables);
}

const syllables = ["", ...new Set([...readings.values(), ...[...surnames.values()].flat()])].sort();
if (syllables.length > 511) throw new Error(`${syllables.length} syllables do not fit into nine bits`);
const numberOf = new Map(syllables.map((syllable, number) => [syllable, number]));

// Runs of code points; a gap of a few characters costs less as "no reading" than as a new run.
const gapMax = 16;
const runs = [];
const numbers = [];
for (const codePoint of [...readings.keys()].sort((a, b) => a - b)) {
  const run = runs.at(-1);
  if (run && codePoint - (run.first + run.count) <= gapMax) {
    for (; run.first + run.count < codePoint; ++run.count) numbers.push(0);
    ++run.count;
  } else {
    runs.push({ first: codePoint, count: 1, offset: numbers.length });
  }
  numbers.push(numberOf.get(readings.get(codePoint)));
}
const lowBytes = numbers.map((number) => number & 255);
const highBits = Array(Math.ceil(numbers.length / 8)).fill(0);
numbers.forEach((number, i) => (highBits[i >> 3] |= (number >> 8) << (i & 7)));

function lines(values) {
  const rows = [];
  for (let i = 0; i < values.length; i += 24) rows.push("    " + values.slice(i, i + 24).join(",") + ",");
  return rows.join("\n");
}
const quoted = (text) => JSON.stringify(text);

writeFileSync(out, `// Made by web/tools/pinyin_table.mjs from pinyin-pro and Unihan_Readings.txt.
#include "base/pinyin_table.h"

namespace jishan::pinyin_table {
namespace {

constexpr std::string_view syllable_list[] = {
${lines(syllables.map(quoted))}
};
constexpr Run run_list[] = {
${lines(runs.map((run) => `{${run.first},${run.count},${run.offset}}`))}
};
constexpr std::uint8_t low_byte_list[] = {
${lines(lowBytes)}
};
constexpr std::uint8_t high_bit_list[] = {
${lines(highBits)}
};
constexpr Surname surname_list[] = {
${[...surnames].map(([text, [one, two = ""]]) => `    {${quoted(text)}, ${quoted(one)}, ${quoted(two)}},`).join("\n")}
};

}  // namespace

std::span<const std::string_view> syllables() { return syllable_list; }
std::span<const Run> runs() { return run_list; }
std::span<const std::uint8_t> low_bytes() { return low_byte_list; }
std::span<const std::uint8_t> high_bits() { return high_bit_list; }
std::span<const Surname> surnames() { return surname_list; }

}  // namespace jishan::pinyin_table
`);
