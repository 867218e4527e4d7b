// All scripts of the page: each view brings its own.
import "./frame.js";
import "./keys.js";
import "./layers.js";
import "./print.js";
import "./views.js";
import "../articles/articles.js";
import "../chat/chat.js";
import "../chat/more.js";
import "../conversations/conversations.js";
import "../conversations/address.js";
import "../conversations/export.js";
import "../conversations/opened.js";
import "../corrections/correct.js";
import "../corrections/take_out.js";
import "../drawer/refresh.js";
import "../drawer/status.js";
import "../drawer/upload.js";
import "../lists/lists.js";
import "../outlets/outlets.js";
import "../passage/passage.js";
import "../pictures/days.js";
import "../pictures/narrow.js";
import "../reader/reader.js";
import "../searches/searches.js";
import "../sheet/pin.js";
import "../sheet/sheet.js";

// What Gradio told before anybody listened, such as a question that was asked at once.
window.datelineListens = true;
for (const told of window.datelineUntold ?? []) document.dispatchEvent(told);
