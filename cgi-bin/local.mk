# cgi-bin/local.mk - what is built and installed from here.
dist_templates_DATA += cgi-bin/check.tpl cgi-bin/inbox.tpl cgi-bin/login.tpl \
	cgi-bin/sent.tpl cgi-bin/start.tpl cgi-bin/step.tpl \
	cgi-bin/submit.tpl cgi-bin/track.tpl
