/* From frontend/. */
"use strict";(()=>{var s=".sc-hint, .sc-answer, .sc-answer-key";addEventListener("DOMContentLoaded",()=>{if(typeof Search>"u")return;let{htmlToText:t}=Search;Search.htmlToText=(r,n)=>{let e=new DOMParser().parseFromString(r,"text/html");for(let o of e.querySelectorAll(s))o.remove();return t(e.documentElement.outerHTML,n)}},!0);})();
