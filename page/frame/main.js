// All scripts of the page: each view brings its own.
import "./frame.js";
import "./views.js";
import "../chat/chat.js";
import "../conversations/conversations.js";
import "../conversations/export.js";
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
