import { messages, plural } from "../i18n.ts";
import { factsIn } from "./facts-in-words.ts";
import { columnLetter } from "./header.ts";
import type { Refusal } from "./refusal.ts";
import type { RowProblem } from "./sheet-row.ts";
import type { ValueProblem } from "./values/value-problem.ts";

/** One text for each reason; a reason with facts tells them. */
type Told<P extends { reason: string }> = { readonly [R in P["reason"]]: string | ((problem: Extract<P, { reason: R }>) => string) };

/** The sentence for a problem: `tell(spreadsheetWords(reader).value, problem)`. */
export function tell<P extends { reason: string }>(words: { readonly [R in P["reason"]]: unknown }, problem: P): string {
  const text = words[problem.reason as P["reason"]];
  return typeof text === "function" ? (text as (problem: P) => string)(problem) : String(text);
}

const en = factsIn("en", { open: "“", close: "”", suggest: (text, suggestion) => `${text} (did you mean ${suggestion}?)` });
const es = factsIn("es", { open: "«", close: "»", suggest: (text, suggestion) => `${text} (¿querías decir ${suggestion}?)` });
const ar = factsIn("ar", { open: "«", close: "»", suggest: (text, suggestion) => `${text} (هل تقصد ${suggestion}؟)` });

export const spreadsheetWords = messages({
  en: {
    refused: {
      empty: "There is nothing in this file. Check that it is the right one, and upload it again.",
      "legacy-xls":
        "This is an old Excel file (XLS). Open it in your spreadsheet program, choose Save as → XLSX or CSV, and upload the new file.",
      "binary-workbook": "This is a binary Excel file (XLSB). Open it in Excel, choose Save as → XLSX or CSV, and upload the new file.",
      "open-document":
        "This is an OpenDocument file (ODS). Open it in your spreadsheet program, choose Save as → XLSX or CSV, and upload the new file.",
      "apple-numbers": "This is a Numbers file. Open it in Numbers, choose File → Export to → CSV or Excel, and upload the new file.",
      pdf: "This is a PDF, from which a table cannot be read reliably. Upload the spreadsheet that it was made from, as XLSX or CSV.",
      "web-page":
        "This is a web page that is named like a spreadsheet. Open it in your spreadsheet program, choose Save as → XLSX or CSV, and upload the new file.",
      "xml-spreadsheet":
        "This is an Excel file in an old XML form. Open it in Excel, choose Save as → XLSX or CSV, and upload the new file.",
      password:
        "This file is protected with a password. Open it, take the password off (in Excel: File → Info → Protect Workbook), save it, and upload it again.",
      "other-document":
        "This is a document, not a spreadsheet. Copy its table into a spreadsheet, save that as XLSX or CSV, and upload the new file.",
      "not-a-spreadsheet": "This file is not a spreadsheet that can be read here. Upload an XLSX or CSV file.",
      damaged:
        "This file is damaged or not complete. Open it in your spreadsheet program, save it once more as XLSX or CSV, and upload the new file.",
      "suspicious-archive":
        "This file is packed in an unusual way and was not opened. Open it in your spreadsheet program, save it once more as XLSX or CSV, and upload the new file.",
      "unpacks-too-large": ({ limitBytes }) =>
        `This file holds more than ${en.megabytes(limitBytes)} MB when it is unpacked. Keep only the sheet that you need, save it as CSV, and upload that.`,
      "too-many-bytes": ({ limitBytes }) =>
        `This file is larger than ${en.megabytes(limitBytes)} MB. Save it as CSV, or split it into several files.`,
      "too-many-rows": ({ limit }) => `There are more than ${en.number(limit)} rows. Split the file, and upload one part after the other.`,
      "too-many-columns": ({ limit, columns }) =>
        `There are ${en.number(columns)} columns, and ${en.number(limit)} can be read. Delete those that you do not need, and upload the file again.`,
      "cell-too-long": ({ limit, line, column }) =>
        `The cell in line ${en.number(line)}, column ${columnLetter(column)}, has more than ${en.number(limit)} characters. Shorten it, and upload the file again.`,
      "row-too-long": ({ limit, line }) =>
        `Line ${en.number(line)} has more than ${en.megabytes(limit)} MB of text. Check that this is a table with one row for each person.`,
      "too-slow": ({ seconds }) =>
        `Reading this file took longer than ${en.number(seconds)} seconds. Save the sheet that you need as CSV, and upload that.`,
      "too-much-memory": "This file is too large to be read as XLSX. Save the sheet that you need as CSV, and upload that.",
      "no-such-sheet": ({ sheet, sheets }) =>
        `There is no sheet called ${en.quote(sheet)}. Choose one of these: ${en.or(sheets.map(en.quote))}.`,
    } satisfies Told<Refusal>,
    row: {
      "row-short": ({ cells, expected }) =>
        `This row has ${plural("en", cells, { one: "1 cell", other: `${en.number(cells)} cells` })}, and the header has ${en.number(expected)}. The missing ones were taken as empty.`,
      "row-long": ({ cells, expected }) =>
        `This row has ${plural("en", cells, { one: "1 cell", other: `${en.number(cells)} cells` })}, and the header has ${en.number(expected)}. Something may have slipped to the right.`,
      "quote-not-closed": ({ line }) => `A quotation mark opens in line ${en.number(line)} and does not close. Close it or take it out.`,
      "formula-error": ({ column, error }) =>
        `Column ${columnLetter(column)} shows the error ${en.quote(error)}. Mend the formula, or type the value.`,
      "unreadable-characters": ({ column }) => `Column ${columnLetter(column)} has characters that cannot be read. Type them again.`,
    } satisfies Told<RowProblem>,
    value: {
      "text-too-long": ({ limit, length }) => `The text has ${en.number(length)} characters; ${en.number(limit)} fit.`,
      "email-several": ({ addresses }) => `There is more than one address in this cell: ${en.and(addresses)}. Keep one.`,
      "email-no-at": ({ text }) => `${en.quote(text)} has no @, so it is not an e-mail address.`,
      "email-no-domain": ({ text }) => `${en.quote(text)} lacks its ending, as in example.org.`,
      "email-space": ({ text }) => `There is a space inside the address ${en.quote(text)}.`,
      "email-invalid": ({ text }) => `${en.quote(text)} is not an e-mail address.`,
      "not-yes-or-no": ({ text }) => `${en.quote(text)} is neither yes nor no.`,
      "not-a-number": ({ text }) => `${en.quote(text)} is not a number.`,
      "number-range": ({ text }) => `${en.quote(text)} is not one number. Write the one that counts.`,
      "number-not-whole": ({ text }) => `${en.quote(text)} is not a whole number.`,
      "number-too-small": ({ text, limit }) => `${en.quote(text)} is too small; the least is ${en.number(limit)}.`,
      "number-too-large": ({ text, limit }) => `${en.quote(text)} is too large; the most is ${en.number(limit)}.`,
      "not-a-date": ({ text }) => `${en.quote(text)} is not a date. Write it as in 2026-03-31.`,
      "date-ambiguous": ({ text, readings: [one, other] }) =>
        `${en.quote(text)} can be ${en.day(one)} or ${en.day(other)}. Write it as in 2026-03-31.`,
      "date-impossible": ({ text }) => `There is no such day as ${en.quote(text)}.`,
      "choice-unknown": ({ items }) => `Not among the options: ${en.items(items)}.`,
      "choice-several": ({ text }) => `${en.quote(text)} names several options, and this question takes one.`,
      "language-unknown": ({ items }) => `Not a language that we know: ${en.items(items)}.`,
      "country-unknown": ({ items }) => `Not a country that we know: ${en.items(items)}.`,
      "time-zone-unknown": ({ text, suggestions }) =>
        suggestions.length === 0
          ? `${en.quote(text)} is not a time zone. Write it as in Europe/Madrid.`
          : `${en.quote(text)} does not name one time zone. Write ${en.or(suggestions.map(en.quote))}.`,
      "availability-unknown": ({ word }) =>
        `The times cannot be read because of ${en.quote(word)}. Write them as in “Mon 18-20; Wed evening”.`,
      "availability-backward": ({ text }) => `${en.quote(text)} is not a stretch of hours within one day. Write it as in 18-20.`,
    } satisfies Told<ValueProblem>,
  },
  es: {
    refused: {
      empty: "Este archivo está vacío. Comprueba que sea el correcto y vuelve a subirlo.",
      "legacy-xls":
        "Este es un archivo antiguo de Excel (XLS). Ábrelo en tu programa de hojas de cálculo, elige Guardar como → XLSX o CSV y sube el archivo nuevo.",
      "binary-workbook":
        "Este es un archivo binario de Excel (XLSB). Ábrelo en Excel, elige Guardar como → XLSX o CSV y sube el archivo nuevo.",
      "open-document":
        "Este es un archivo OpenDocument (ODS). Ábrelo en tu programa de hojas de cálculo, elige Guardar como → XLSX o CSV y sube el archivo nuevo.",
      "apple-numbers":
        "Este es un archivo de Numbers. Ábrelo en Numbers, elige Archivo → Exportar a → CSV o Excel y sube el archivo nuevo.",
      pdf: "Este es un PDF, y de un PDF no se puede leer una tabla con seguridad. Sube la hoja de cálculo de la que salió, como XLSX o CSV.",
      "web-page":
        "Esta es una página web con nombre de hoja de cálculo. Ábrela en tu programa de hojas de cálculo, elige Guardar como → XLSX o CSV y sube el archivo nuevo.",
      "xml-spreadsheet":
        "Este es un archivo de Excel en un formato XML antiguo. Ábrelo en Excel, elige Guardar como → XLSX o CSV y sube el archivo nuevo.",
      password:
        "Este archivo está protegido con contraseña. Ábrelo, quita la contraseña (en Excel: Archivo → Información → Proteger libro), guárdalo y vuelve a subirlo.",
      "other-document":
        "Este es un documento, no una hoja de cálculo. Copia su tabla a una hoja de cálculo, guárdala como XLSX o CSV y sube el archivo nuevo.",
      "not-a-spreadsheet": "Este archivo no es una hoja de cálculo que se pueda leer aquí. Sube un archivo XLSX o CSV.",
      damaged:
        "Este archivo está dañado o incompleto. Ábrelo en tu programa de hojas de cálculo, guárdalo de nuevo como XLSX o CSV y sube el archivo nuevo.",
      "suspicious-archive":
        "Este archivo está comprimido de una forma poco habitual y no se ha abierto. Ábrelo en tu programa de hojas de cálculo, guárdalo de nuevo como XLSX o CSV y sube el archivo nuevo.",
      "unpacks-too-large": ({ limitBytes }) =>
        `Este archivo ocupa más de ${es.megabytes(limitBytes)} MB al descomprimirlo. Deja solo la hoja que necesitas, guárdala como CSV y súbela.`,
      "too-many-bytes": ({ limitBytes }) =>
        `Este archivo ocupa más de ${es.megabytes(limitBytes)} MB. Guárdalo como CSV o divídelo en varios archivos.`,
      "too-many-rows": ({ limit }) => `Hay más de ${es.number(limit)} filas. Divide el archivo y sube una parte tras otra.`,
      "too-many-columns": ({ limit, columns }) =>
        `Hay ${es.number(columns)} columnas y se pueden leer ${es.number(limit)}. Borra las que no necesites y vuelve a subir el archivo.`,
      "cell-too-long": ({ limit, line, column }) =>
        `La celda de la línea ${es.number(line)}, columna ${columnLetter(column)}, tiene más de ${es.number(limit)} caracteres. Acórtala y vuelve a subir el archivo.`,
      "row-too-long": ({ limit, line }) =>
        `La línea ${es.number(line)} tiene más de ${es.megabytes(limit)} MB de texto. Comprueba que sea una tabla con una fila por persona.`,
      "too-slow": ({ seconds }) =>
        `Leer este archivo llevó más de ${es.number(seconds)} segundos. Guarda como CSV la hoja que necesitas y súbela.`,
      "too-much-memory": "Este archivo es demasiado grande para leerlo como XLSX. Guarda como CSV la hoja que necesitas y súbela.",
      "no-such-sheet": ({ sheet, sheets }) =>
        `No hay ninguna hoja llamada ${es.quote(sheet)}. Elige una de estas: ${es.or(sheets.map(es.quote))}.`,
    },
    row: {
      "row-short": ({ cells, expected }) =>
        `Esta fila tiene ${plural("es", cells, { one: "1 celda", other: `${es.number(cells)} celdas` })} y el encabezado tiene ${es.number(expected)}. Las que faltan se tomaron como vacías.`,
      "row-long": ({ cells, expected }) =>
        `Esta fila tiene ${plural("es", cells, { one: "1 celda", other: `${es.number(cells)} celdas` })} y el encabezado tiene ${es.number(expected)}. Puede que algo se haya corrido a la derecha.`,
      "quote-not-closed": ({ line }) => `En la línea ${es.number(line)} se abren unas comillas que no se cierran. Ciérralas o quítalas.`,
      "formula-error": ({ column, error }) =>
        `La columna ${columnLetter(column)} muestra el error ${es.quote(error)}. Corrige la fórmula o escribe el valor.`,
      "unreadable-characters": ({ column }) =>
        `La columna ${columnLetter(column)} tiene caracteres que no se pueden leer. Escríbelos de nuevo.`,
    },
    value: {
      "text-too-long": ({ limit, length }) => `El texto tiene ${es.number(length)} caracteres; caben ${es.number(limit)}.`,
      "email-several": ({ addresses }) => `Hay más de una dirección en esta celda: ${es.and(addresses)}. Deja una.`,
      "email-no-at": ({ text }) => `${es.quote(text)} no tiene @, así que no es una dirección de correo.`,
      "email-no-domain": ({ text }) => `A ${es.quote(text)} le falta el final, como en example.org.`,
      "email-space": ({ text }) => `Hay un espacio dentro de la dirección ${es.quote(text)}.`,
      "email-invalid": ({ text }) => `${es.quote(text)} no es una dirección de correo.`,
      "not-yes-or-no": ({ text }) => `${es.quote(text)} no es ni sí ni no.`,
      "not-a-number": ({ text }) => `${es.quote(text)} no es un número.`,
      "number-range": ({ text }) => `${es.quote(text)} no es un solo número. Escribe el que vale.`,
      "number-not-whole": ({ text }) => `${es.quote(text)} no es un número entero.`,
      "number-too-small": ({ text, limit }) => `${es.quote(text)} es demasiado pequeño; el mínimo es ${es.number(limit)}.`,
      "number-too-large": ({ text, limit }) => `${es.quote(text)} es demasiado grande; el máximo es ${es.number(limit)}.`,
      "not-a-date": ({ text }) => `${es.quote(text)} no es una fecha. Escríbela como en 2026-03-31.`,
      "date-ambiguous": ({ text, readings: [one, other] }) =>
        `${es.quote(text)} puede ser el ${es.day(one)} o el ${es.day(other)}. Escríbela como en 2026-03-31.`,
      "date-impossible": ({ text }) => `El día ${es.quote(text)} no existe.`,
      "choice-unknown": ({ items }) => `No está entre las opciones: ${es.items(items)}.`,
      "choice-several": ({ text }) => `${es.quote(text)} nombra varias opciones y esta pregunta admite una.`,
      "language-unknown": ({ items }) => `No conocemos este idioma: ${es.items(items)}.`,
      "country-unknown": ({ items }) => `No conocemos este país: ${es.items(items)}.`,
      "time-zone-unknown": ({ text, suggestions }) =>
        suggestions.length === 0
          ? `${es.quote(text)} no es una zona horaria. Escríbela como en Europe/Madrid.`
          : `${es.quote(text)} no indica una sola zona horaria. Escribe ${es.or(suggestions.map(es.quote))}.`,
      "availability-unknown": ({ word }) => `No se puede leer el horario por ${es.quote(word)}. Escríbelo como en «lun 18-20; mié noche».`,
      "availability-backward": ({ text }) => `${es.quote(text)} no es un tramo de horas dentro de un mismo día. Escríbelo como en 18-20.`,
    },
  },
  ar: {
    refused: {
      empty: "هذا الملف فارغ. تأكد من أنه الملف الصحيح ثم ارفعه مرة أخرى.",
      "legacy-xls": "هذا ملف Excel قديم (XLS). افتحه في برنامج الجداول لديك، واختر «حفظ باسم» ← XLSX أو CSV، ثم ارفع الملف الجديد.",
      "binary-workbook": "هذا ملف Excel ثنائي (XLSB). افتحه في Excel، واختر «حفظ باسم» ← XLSX أو CSV، ثم ارفع الملف الجديد.",
      "open-document": "هذا ملف OpenDocument ‏(ODS). افتحه في برنامج الجداول لديك، واختر «حفظ باسم» ← XLSX أو CSV، ثم ارفع الملف الجديد.",
      "apple-numbers": "هذا ملف Numbers. افتحه في Numbers، واختر «ملف» ← «تصدير إلى» ← CSV أو Excel، ثم ارفع الملف الجديد.",
      pdf: "هذا ملف PDF، ولا يمكن قراءة جدول منه بشكل موثوق. ارفع الجدول الأصلي بصيغة XLSX أو CSV.",
      "web-page": "هذه صفحة ويب تحمل اسم جدول. افتحها في برنامج الجداول لديك، واختر «حفظ باسم» ← XLSX أو CSV، ثم ارفع الملف الجديد.",
      "xml-spreadsheet": "هذا ملف Excel بصيغة XML قديمة. افتحه في Excel، واختر «حفظ باسم» ← XLSX أو CSV، ثم ارفع الملف الجديد.",
      password:
        "هذا الملف محمي بكلمة مرور. افتحه وأزل كلمة المرور (في Excel: «ملف» ← «معلومات» ← «حماية المصنف»)، ثم احفظه وارفعه مرة أخرى.",
      "other-document": "هذا مستند وليس جدولًا. انسخ الجدول الذي فيه إلى برنامج جداول، واحفظه بصيغة XLSX أو CSV، ثم ارفع الملف الجديد.",
      "not-a-spreadsheet": "هذا الملف ليس جدولًا يمكن قراءته هنا. ارفع ملف XLSX أو CSV.",
      damaged: "هذا الملف تالف أو غير مكتمل. افتحه في برنامج الجداول لديك، واحفظه من جديد بصيغة XLSX أو CSV، ثم ارفع الملف الجديد.",
      "suspicious-archive":
        "هذا الملف مضغوط بطريقة غير معتادة ولم يُفتح. افتحه في برنامج الجداول لديك، واحفظه من جديد بصيغة XLSX أو CSV، ثم ارفع الملف الجديد.",
      "unpacks-too-large": ({ limitBytes }) =>
        `يتجاوز حجم هذا الملف ${ar.megabytes(limitBytes)} ميغابايت بعد فك ضغطه. أبقِ الورقة التي تحتاجها فقط، واحفظها بصيغة CSV ثم ارفعها.`,
      "too-many-bytes": ({ limitBytes }) =>
        `حجم هذا الملف أكبر من ${ar.megabytes(limitBytes)} ميغابايت. احفظه بصيغة CSV أو قسّمه إلى عدة ملفات.`,
      "too-many-rows": ({ limit }) => `عدد الصفوف أكبر من ${ar.number(limit)}. قسّم الملف وارفع أجزاءه واحدًا بعد الآخر.`,
      "too-many-columns": ({ limit, columns }) =>
        `عدد الأعمدة ${ar.number(columns)}، والحد الأقصى ${ar.number(limit)}. احذف ما لا تحتاجه ثم ارفع الملف مرة أخرى.`,
      "cell-too-long": ({ limit, line, column }) =>
        `الخلية في السطر ${ar.number(line)}، العمود ${columnLetter(column)}، فيها أكثر من ${ar.number(limit)} حرف. اختصرها ثم ارفع الملف مرة أخرى.`,
      "row-too-long": ({ limit, line }) =>
        `في السطر ${ar.number(line)} نص يتجاوز ${ar.megabytes(limit)} ميغابايت. تأكد من أن هذا جدول فيه صف لكل شخص.`,
      "too-slow": ({ seconds }) =>
        `استغرقت قراءة هذا الملف أكثر من ${ar.number(seconds)} ثانية. احفظ الورقة التي تحتاجها بصيغة CSV ثم ارفعها.`,
      "too-much-memory": "هذا الملف أكبر من أن يُقرأ بصيغة XLSX. احفظ الورقة التي تحتاجها بصيغة CSV ثم ارفعها.",
      "no-such-sheet": ({ sheet, sheets }) => `لا توجد ورقة باسم ${ar.quote(sheet)}. اختر واحدة من هذه: ${ar.or(sheets.map(ar.quote))}.`,
    },
    row: {
      "row-short": ({ cells, expected }) =>
        `عدد الخلايا في هذا الصف ${ar.number(cells)}، وفي صف العناوين ${ar.number(expected)}. اعتُبرت الخلايا الناقصة فارغة.`,
      "row-long": ({ cells, expected }) =>
        `عدد الخلايا في هذا الصف ${ar.number(cells)}، وفي صف العناوين ${ar.number(expected)}. ربما انزاح بعضها عن مكانه.`,
      "quote-not-closed": ({ line }) => `في السطر ${ar.number(line)} علامة اقتباس مفتوحة لا تُغلق. أغلقها أو احذفها.`,
      "formula-error": ({ column, error }) => `يظهر في العمود ${columnLetter(column)} الخطأ ${ar.quote(error)}. صحّح الصيغة أو اكتب القيمة.`,
      "unreadable-characters": ({ column }) => `في العمود ${columnLetter(column)} رموز لا يمكن قراءتها. اكتبها من جديد.`,
    },
    value: {
      "text-too-long": ({ limit, length }) => `عدد أحرف النص ${ar.number(length)}، والحد الأقصى ${ar.number(limit)}.`,
      "email-several": ({ addresses }) => `في هذه الخلية أكثر من عنوان: ${ar.and(addresses)}. أبقِ واحدًا منها.`,
      "email-no-at": ({ text }) => `لا توجد علامة @ في ${ar.quote(text)}، فهو ليس عنوان بريد إلكتروني.`,
      "email-no-domain": ({ text }) => `نهاية العنوان ناقصة في ${ar.quote(text)}، مثل example.org.`,
      "email-space": ({ text }) => `توجد مسافة داخل العنوان ${ar.quote(text)}.`,
      "email-invalid": ({ text }) => `${ar.quote(text)} ليس عنوان بريد إلكتروني.`,
      "not-yes-or-no": ({ text }) => `${ar.quote(text)} ليس «نعم» ولا «لا».`,
      "not-a-number": ({ text }) => `${ar.quote(text)} ليس عددًا.`,
      "number-range": ({ text }) => `${ar.quote(text)} ليس عددًا واحدًا. اكتب العدد المقصود.`,
      "number-not-whole": ({ text }) => `${ar.quote(text)} ليس عددًا صحيحًا.`,
      "number-too-small": ({ text, limit }) => `${ar.quote(text)} صغير جدًا؛ الحد الأدنى ${ar.number(limit)}.`,
      "number-too-large": ({ text, limit }) => `${ar.quote(text)} كبير جدًا؛ الحد الأقصى ${ar.number(limit)}.`,
      "not-a-date": ({ text }) => `${ar.quote(text)} ليس تاريخًا. اكتبه بهذه الصيغة: 2026-03-31.`,
      "date-ambiguous": ({ text, readings: [one, other] }) =>
        `قد يعني ${ar.quote(text)} ‏${ar.day(one)} أو ${ar.day(other)}. اكتبه بهذه الصيغة: 2026-03-31.`,
      "date-impossible": ({ text }) => `لا يوجد يوم كهذا: ${ar.quote(text)}.`,
      "choice-unknown": ({ items }) => `ليس من بين الخيارات: ${ar.items(items)}.`,
      "choice-several": ({ text }) => `يذكر ${ar.quote(text)} عدة خيارات، وهذا السؤال يقبل خيارًا واحدًا.`,
      "language-unknown": ({ items }) => `لغة غير معروفة لدينا: ${ar.items(items)}.`,
      "country-unknown": ({ items }) => `بلد غير معروف لدينا: ${ar.items(items)}.`,
      "time-zone-unknown": ({ text, suggestions }) =>
        suggestions.length === 0
          ? `${ar.quote(text)} ليس منطقة زمنية. اكتبها بهذه الصيغة: Europe/Madrid.`
          : `لا يدل ${ar.quote(text)} على منطقة زمنية واحدة. اكتب ${ar.or(suggestions.map(ar.quote))}.`,
      "availability-unknown": ({ word }) => `تعذرت قراءة الأوقات بسبب ${ar.quote(word)}. اكتبها بهذه الصيغة: «الاثنين 18-20؛ الأربعاء مساءً».`,
      "availability-backward": ({ text }) => `${ar.quote(text)} ليس فترة من الساعات في يوم واحد. اكتبها بهذه الصيغة: 18-20.`,
    },
  },
});
