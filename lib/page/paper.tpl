{{%AUTOESCAPE context="HTML"}}
{{! paper.tpl - what stands around a page that lies in a folder of its own: a
    report that leaves the office.
  TITLE OFFICE SERVICE
                  the page, the office, the service
  CSS_BASE CSS_APP
                  names of the style sheets beside it
  BODY            include: the page itself, from its h1 on }}
<!DOCTYPE html>
<html lang="id" class="govuk-template">
<head>
<meta charset="utf-8">
<title>{{TITLE}} - {{SERVICE}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="{{CSS_BASE}}">
<link rel="stylesheet" href="{{CSS_APP}}">
</head>
<body class="govuk-template__body">
<header class="app-header">
  <div class="govuk-width-container app-header__row">
    <div>
      <span class="app-header__name">{{SERVICE}}</span>
      <span class="app-header__office">{{OFFICE}}</span>
    </div>
  </div>
</header>
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="isi-halaman">
{{>BODY}}
</main>
</div>
</body>
</html>
